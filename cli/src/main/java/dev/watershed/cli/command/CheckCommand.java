package dev.watershed.cli.command;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.json.CheckJson;
import dev.watershed.reports.text.CheckText;
import dev.watershed.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  private static final RankingOptions EVERY_DIGEST =
      new RankingOptions(GroupBy.DIGEST, Order.TIME, 0);

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Format.WithoutHtml.class,
      description = "Default: text.")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Mixin private LayoutOptions layout = new LayoutOptions();

  public CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    StoreReading stored = StoreReading.of(context, store.config());
    StoreReading.Reading reading = stored.read(span);
    WorkloadFacts facts =
        new Ranker(reading.workload(), stored.configuration().services()).rank(EVERY_DIGEST);
    Verdict verdict = stored.configuration().rules().judge(facts);
    ResultOutput.write(context, out, result(verdict));
    return ExitCode.strongest(
            reading.exitCode(),
            verdict.fails() ? ExitCode.GATE_FAILED : ExitCode.FINE,
            verdict.inconclusive().isEmpty() ? ExitCode.FINE : ExitCode.NOT_ENOUGH_DATA)
        .code();
  }

  private ResultOutput.Result result(Verdict verdict) {
    if (format.orElse(Format.TEXT) == Format.JSON) {
      return stream -> CheckJson.write(verdict, stream);
    }
    String text = new CheckText(layout.text(context, out.isPresent())).render(verdict);
    return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
