package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.rules.gate.GateResult;
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

  @Mixin private GateOptions gate = new GateOptions();

  @Mixin private CheckOutput output = new CheckOutput();

  public CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    StoreOptions.StoreSpan span = store.span(context.clock().instant(), snapshot);
    StoreReading stored = StoreReading.of(context, store.config(), snapshot);
    Configuration configuration = gate.chosen(stored.configuration());
    ChangeFiles files = ChangeFiles.of(context, change);
    FleetReading reading = reading(stored, span, files);
    GateResult result =
        new StoreGate(context, configuration, gate)
            .judge(
                reading,
                files.allowances(Set.copyOf(configuration.ruleSets().names())),
                source(configuration));
    output.write(context, store.config(), result, reading.span());
    return ExitCode.strongest(
            reading.exitCode(),
            result.misconfigured().isEmpty() ? ExitCode.FINE : ExitCode.USAGE,
            result.fails() ? ExitCode.GATE_FAILED : ExitCode.FINE,
            result.tooLittle() ? ExitCode.NOT_ENOUGH_DATA : ExitCode.FINE)
        .code();
  }

  private FleetReading reading(StoreReading stored, StoreOptions.StoreSpan span, ChangeFiles files)
      throws CommandException {
    if (!change.given()) {
      FleetReading now = FleetReading.of(context, stored, span, FleetReading.Depth.FLEET);
      return base.isPresent()
          ? now.comparedWith(
              FleetReading.of(
                  context, stored, earlier(span, base.get()), FleetReading.Depth.EARLIER))
          : now;
    }
    FleetReading today = FleetReading.of(context, stored, span, FleetReading.Depth.CHANGE);
    return today.changedBy(
        ChangeReading.read(
            context, stored.configuration(), change, files, today.facts(), today.catalogs()));
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
