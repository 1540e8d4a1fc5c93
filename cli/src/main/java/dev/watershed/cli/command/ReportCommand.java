package dev.watershed.cli.command;

import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadInference;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.html.DigestPage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the page about what the store holds. */
@Command(
    name = "report",
    description = "Write one self-contained HTML page about what the store holds.",
    sortOptions = false)
public final class ReportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private RankingChoice choice = new RankingChoice();

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page.")
  private Optional<Path> out = Optional.empty();

  public ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    RankingOptions options = choice.options();
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    StoreReading stored = StoreReading.of(context, store.config());
    StoreReading.Reading reading = stored.read(span);
    SpanFacts facts = reading.facts(span, stored.configuration().services(), options);
    ReportContext report =
        reading.context(store.config()).withNotes(SpanNotes.of(reading.widened(span)));
    CatalogReading catalogs = CatalogReading.of(context, stored.configuration(), span);
    WorkloadInference inference = new WorkloadInference(reading.workload(), catalogs.catalogs());
    ResultOutput.write(
        context, out, stream -> DigestPage.write(facts, Optional.of(inference), report, stream));
    return ExitCode.strongest(reading.exitCode(), catalogs.exitCode()).code();
  }
}
