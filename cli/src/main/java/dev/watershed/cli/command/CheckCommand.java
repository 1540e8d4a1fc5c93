package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.imports.PathOwners;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.KnownBefore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges what the store holds by the rules of the configuration. */
@Command(
    name = "check",
    description = {
      "Judge what the store holds by the rules of the configuration; with --ddl, --sql or --capture"
          + " a change, by what runs today.",
      "Ends with 1 where a rule of severity error is violated, with 3 where something could not be"
          + " judged."
    },
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Option(
      names = "--base",
      paramLabel = "SPAN",
      description = {
        "An earlier span, 2026-11-01/2026-11-08, to compare with: rules about what became worse"
            + " then judge too."
      })
  private Optional<String> base = Optional.empty();

  @Option(
      names = "--base-config",
      paramLabel = "FILE",
      description = {
        "The configuration that a change starts from: what it already shows of the same store or"
            + " snapshot fails nothing."
      })
  private Optional<Path> baseConfig = Optional.empty();

  @Mixin private GateOptions gate = new GateOptions();

  @Mixin private CheckOutput output = new CheckOutput();

  public CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    if (base.isPresent() && change.standsAlone() && baseConfig.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--base: compares the fleet of two spans, and beside --ddl, --sql and --capture no rule"
              + " about the fleet is judged; check it in a run of its own, or by --base-config");
    }
    StoreOptions.StoreSpan span = store.span(context.clock().instant(), snapshot);
    StoreReading stored = StoreReading.of(context, store.config(), snapshot);
    Configuration configuration = gate.chosen(stored.configuration());
    Optional<ChangedPaths> paths = change.changedPaths(context, configuration);
    ChangeFiles files = ChangeFiles.of(context, change);
    FleetReading reading = reading(stored, span, paths);
    PathOwners owners = owners(configuration, reading);
    if (change.given()) {
      reading =
          reading.changedBy(
              ChangeReading.read(
                  context,
                  configuration,
                  change,
                  files,
                  owners,
                  reading.facts(),
                  reading.catalogs()));
    }
    ChangeSetting setting =
        new ChangeSetting(
            files.allowances(Set.copyOf(configuration.ruleSets().names())),
            owners,
            paths.map(each -> each.touched(context, owners)),
            known(configuration, span));
    GateResult result =
        new StoreGate(context, configuration, gate).judge(reading, setting, source(configuration));
    output.write(context, store.config(), result, reading.span());
    return ExitCode.strongest(
            reading.exitCode(),
            result.misconfigured().isEmpty() ? ExitCode.FINE : ExitCode.USAGE,
            result.fails() ? ExitCode.GATE_FAILED : ExitCode.FINE,
            result.tooLittle() ? ExitCode.NOT_ENOUGH_DATA : ExitCode.FINE)
        .code();
  }

  private FleetReading reading(
      StoreReading stored, StoreOptions.StoreSpan span, Optional<ChangedPaths> paths)
      throws CommandException {
    boolean ended =
        paths.isPresent()
            && stored
                .configuration()
                .gate()
                .anyEnded(LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC));
    return change.given() && baseConfig.isEmpty() && !ended
        ? FleetReading.of(context, stored, span, FleetReading.Depth.CHANGE)
        : fleet(context, stored, span);
  }

  private FleetReading fleet(
      CommandContext reader, StoreReading stored, StoreOptions.StoreSpan span)
      throws CommandException {
    FleetReading now = FleetReading.of(reader, stored, span, FleetReading.Depth.FLEET);
    return base.isPresent()
        ? now.comparedWith(
            FleetReading.of(reader, stored, earlier(span, base.get()), FleetReading.Depth.EARLIER))
        : now;
  }

  /** What the configuration shows of the same data that a change of it starts from. */
  private Optional<KnownBefore> known(Configuration head, StoreOptions.StoreSpan span)
      throws CommandException {
    if (baseConfig.isEmpty()) {
      return Optional.empty();
    }
    CommandContext silent = context.silent();
    Configuration before =
        gate.chosenIfKnown(snapshot.configuration(silent, baseConfig.get()))
            .withStore(head.store());
    return Optional.of(
        new StoreGate(silent, before, gate)
            .known(fleet(silent, StoreReading.of(silent, before), span)));
  }

  private static PathOwners owners(Configuration configuration, FleetReading reading)
      throws CommandException {
    try {
      return PathOwners.of(configuration, reading.services());
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private StoreOptions.StoreSpan earlier(StoreOptions.StoreSpan span, String text)
      throws CommandException {
    if (snapshot.given()) {
      throw new CommandException(
          ExitCode.USAGE, "--base: a snapshot holds one span only; compare spans of a store");
    }
    return SpanArgument.parse(
        "--base", text, context.clock().instant(), span.servers(), span.sources());
  }

  private static Optional<GateResult.Source> source(Configuration configuration) {
    return SnapshotOptions.stamp(configuration)
        .map(stamp -> new GateResult.Source(stamp.id(), stamp.madeAt()));
  }
}
