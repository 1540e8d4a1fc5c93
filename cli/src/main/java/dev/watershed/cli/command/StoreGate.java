package dev.watershed.cli.command;

import dev.watershed.cli.config.BaselineReader;
import dev.watershed.cli.config.BaselineWriter;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.GateConfiguration.BaselineFile;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.rules.gate.Baseline;
import dev.watershed.rules.gate.BaselineEntry;
import dev.watershed.rules.gate.FormerKeys;
import dev.watershed.rules.gate.Gate;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.InlineAllowances;
import dev.watershed.rules.gate.Judging;
import dev.watershed.rules.gate.KnownBefore;
import dev.watershed.rules.gate.Suppressions;
import dev.watershed.rules.gate.VerdictRecord;
import dev.watershed.rules.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what rules find in the store together with what people said of it before. */
final class StoreGate {

  private final CommandContext context;
  private final Configuration configuration;
  private final GateOptions options;

  StoreGate(CommandContext context, Configuration configuration, GateOptions options) {
    this.context = context;
    this.configuration = configuration;
    this.options = options;
  }

  /**
   * Judges what was read, writes the baseline where that was asked for, and keeps the verdicts for
   * the next check. Of a change, also one of the configuration, no baseline is written, and nothing
   * is kept.
   *
   * @param source the snapshot that is judged
   * @throws CommandException wrong usage, if the baseline cannot be used or written
   */
  GateResult judge(FleetReading reading, ChangeSetting setting, Optional<GateResult.Source> source)
      throws CommandException, OutputClosedException {
    JudgedSpan span = reading.judged();
    boolean whole = span.whole() && reading.facts().change().isEmpty() && setting.known().isEmpty();
    options.checkWriting(context, whole);
    Optional<BaselineFile> file = options.baseline(context, configuration);
    Gate gate = gate(file, reading, setting.allowances());
    Verdict verdict =
        new ChangeVerdict(configuration.rules(), gate.suppressions(), today(), setting)
            .of(reading.facts(), context);
    VerdictRecord found =
        VerdictRecord.of(
            span.from(),
            span.until(),
            configuration.rules().rules().stream().map(rule -> rule.kind().name()).toList(),
            verdict);
    Judging judging =
        new Judging(
            today(),
            span.day(),
            whole,
            setting.touched(),
            setting.known().orElse(KnownBefore.NONE),
            whole ? reading.history().with(found) : reading.history());
    GateResult result = gate.judge(verdict, judging, source);
    if (options.writes()) {
      Baseline written = written(gate, result, judging);
      write(file, written);
      result = gate.with(written).judge(verdict, judging, source);
    }
    if (whole && source.isEmpty() && options.records()) {
      VerdictFolder.of(context, configuration).write(found);
    }
    return result;
  }

  /**
   * What this configuration shows of the fleet, for a change of it. Nothing is written.
   *
   * @throws CommandException wrong usage, if its baseline cannot be used
   */
  KnownBefore known(FleetReading reading) throws CommandException {
    Judging judging =
        new Judging(
            today(),
            reading.judged().day(),
            false,
            Optional.empty(),
            KnownBefore.NONE,
            reading.history());
    return KnownBefore.of(
        gate(options.baseline(context, configuration), reading, InlineAllowances.NONE)
            .judge(configuration.rules().judge(reading.facts()), judging, Optional.empty()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
  }

  /** The gate of the configuration, with its baseline, for what was read. */
  private Gate gate(Optional<BaselineFile> file, FleetReading reading, InlineAllowances allowances)
      throws CommandException {
    Optional<Baseline> baseline =
        file.isPresent()
            ? baseline(configuration, file.get(), options.updates())
            : Optional.empty();
    return of(
        configuration,
        baseline,
        baseline
            .map(each -> FormerKeys.of(each.renames(), reading.facts()))
            .orElse(FormerKeys.NONE),
        new Suppressions(configuration.gate().suppressions(), reading.owners()),
        allowances);
  }

  /**
   * The gate of a configuration.
   *
   * @param allowances of the files that are judged
   */
  static Gate of(
      Configuration configuration,
      Optional<Baseline> baseline,
      FormerKeys former,
      Suppressions suppressions,
      InlineAllowances allowances) {
    return new Gate(
        baseline,
        former,
        suppressions,
        allowances,
        configuration.gate().shadowed(),
        configuration.gate().ratchets());
  }

  /**
   * Reads a baseline.
   *
   * @param mayBeMissing whether a file that is not there is an empty baseline
   * @throws CommandException wrong usage, if it cannot be used
   */
  static Optional<Baseline> baseline(
      Configuration configuration, BaselineFile file, boolean mayBeMissing)
      throws CommandException {
    if (!Files.exists(file.path())) {
      if (mayBeMissing) {
        return Optional.of(Baseline.EMPTY);
      }
      throw new CommandException(
          ExitCode.USAGE,
          file.name() + ": there is no such baseline; 'check --update-baseline' makes it");
    }
    try {
      return Optional.of(
          BaselineReader.read(file.name(), file.path(), configuration.ruleSets().names()));
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private Baseline written(Gate gate, GateResult result, Judging judging) {
    Baseline before = gate.baseline().orElse(Baseline.EMPTY);
    Baseline after = options.updates() ? gate.updated(result, judging) : before;
    List<BaselineEntry> stale = options.prunes() ? gate.stale(judging) : List.of();
    Baseline pruned = after.without(stale);
    List<String> done = new ArrayList<>();
    if (options.updates()) {
      done.add((after.entries().size() - before.entries().size()) + " accepted");
    }
    if (options.prunes()) {
      done.add(stale.size() + " taken out");
    }
    context.say("baseline: " + String.join(", ", done) + ", " + pruned.entries().size() + " in it");
    return pruned;
  }

  private void write(Optional<BaselineFile> file, Baseline baseline)
      throws CommandException, OutputClosedException {
    if (file.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "no baseline; name one with --baseline FILE, or in the configuration");
    }
    write(context, file.get(), baseline);
  }

  /** Writes a baseline; it appears whole or not at all. */
  static void write(CommandContext context, BaselineFile file, Baseline baseline)
      throws CommandException, OutputClosedException {
    byte[] text = BaselineWriter.text(baseline).getBytes(StandardCharsets.UTF_8);
    ResultOutput.write(context, Optional.of(file.path()), stream -> stream.write(text));
  }
}
