package dev.watershed.cli.command;

import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.reports.json.CheckJson;
import dev.watershed.reports.text.CheckText;
import dev.watershed.rules.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges what the store holds by the rules of the configuration. */
@Command(
    name = "check",
    description = {
      "Judge what the store holds by the rules of the configuration.",
      "Ends with 1 where a rule of severity error is violated, with 3 where something could not be"
          + " judged."
    },
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  public CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    StoreReading stored = StoreReading.of(context, store.config());
    StoreReading.Reading reading = stored.read(span);
    Verdict verdict = stored.configuration().rules().judge(facts(reading, stored, span));
    output.write(
        context,
        stream -> CheckJson.write(verdict, reading.widened(span), stream),
        text -> new CheckText(text).render(verdict, reading.widened(span)));
    return ExitCode.strongest(
            reading.exitCode(),
            verdict.fails() ? ExitCode.GATE_FAILED : ExitCode.FINE,
            verdict.inconclusive().isEmpty() ? ExitCode.FINE : ExitCode.NOT_ENOUGH_DATA)
        .code();
  }

  /** What is estimated counts as far as it is sure: no rule fires for what may be chance. */
  private static WorkloadFacts facts(
      StoreReading.Reading reading, StoreReading stored, StoreOptions.StoreSpan span) {
    SpanFacts facts =
        reading.facts(span, stored.configuration().services(), RankingOptions.everyDigest());
    return facts.services().estimated()
        ? facts.ranking().withUnattributed(facts.services().leastUnclaimedShare())
        : facts.ranking();
  }
}
