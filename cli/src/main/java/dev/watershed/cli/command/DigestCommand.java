package dev.watershed.cli.command;

import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.html.DigestPage;
import dev.watershed.reports.json.DigestJson;
import dev.watershed.reports.text.DigestText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks the statements of slow logs at once. */
@Command(
    name = "digest",
    description = "Rank the statements of slow logs: what costs time, and whose it is.",
    sortOptions = false)
public final class DigestCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Slow logs: files, folders, globs, - for standard input; .gz and .zst, too.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|html",
      converter = Format.Converter.class,
      description = "Default: text.")
  private Optional<Format> format = Optional.empty();

  @Mixin private RankingChoice choice = new RankingChoice();

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Mixin private LayoutOptions layout = new LayoutOptions();

  public DigestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    RankingOptions options = choice.options();
    LogReading.Reading reading = new LogReading(context, input).read(files);
    WorkloadFacts facts =
        new Ranker(reading.workload(), reading.configuration().services()).rank(options);
    ReportContext report = reading.context(files);
    ResultOutput.write(context, out, result(facts, report));
    return reading.exitCode().code();
  }

  private ResultOutput.Result result(WorkloadFacts facts, ReportContext report) {
    return switch (format.orElse(Format.TEXT)) {
      case TEXT -> {
        String text = new DigestText(layout.text(context, out.isPresent())).render(facts, report);
        yield stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
      case JSON -> stream -> DigestJson.write(facts, report, stream);
      case HTML -> stream -> DigestPage.write(facts, report, stream);
    };
  }
}
