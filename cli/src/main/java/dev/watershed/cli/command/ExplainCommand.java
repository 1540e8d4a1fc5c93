package dev.watershed.cli.command;

import dev.watershed.analyzer.ranking.DigestExplainer;
import dev.watershed.analyzer.ranking.DigestFacts;
import dev.watershed.analyzer.ranking.DigestLookup;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.json.ExplainJson;
import dev.watershed.reports.text.ExplainText;
import dev.watershed.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything known about one digest. */
@Command(
    name = "explain",
    description = "Show everything known about one digest.",
    sortOptions = false)
public final class ExplainCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(
      paramLabel = "ID",
      arity = "1",
      description = "The digest, 16 hexadecimal digits as 'digest' prints them, or its beginning.")
  private String id = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "Slow logs: files, folders, globs, - for standard input; .gz and .zst, too.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Format.WithoutHtml.class,
      description = "Default: text.")
  private Optional<Format> format = Optional.empty();

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Mixin private LayoutOptions layout = new LayoutOptions();

  public ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    if (!id.matches("[0-9A-Fa-f]{1,16}")) {
      throw new CommandException(
          ExitCode.USAGE,
          "'"
              + id
              + "' is no digest; expected up to 16 hexadecimal digits, as 'digest' prints them");
    }
    LogReading.Reading reading = new LogReading(context, input).read(files);
    if (reading.workload().statements().size() == 0) {
      return reading.exitCode().code();
    }
    DigestFacts facts =
        new DigestExplainer(reading.workload(), reading.configuration().services())
            .explain(find(reading.workload()))
            .orElseThrow(() -> unknown(List.of()));
    ResultOutput.write(context, out, result(facts));
    return reading.exitCode().code();
  }

  private ResultOutput.Result result(DigestFacts facts) {
    if (format.orElse(Format.TEXT) == Format.JSON) {
      return stream -> ExplainJson.write(facts, stream);
    }
    String text = new ExplainText(layout.text(context, out.isPresent())).render(facts);
    return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private long find(Workload workload) throws CommandException {
    DigestLookup lookup = DigestLookup.of(workload, id);
    if (lookup.digest().isPresent()) {
      return lookup.digest().getAsLong();
    }
    if (lookup.fitting() > 1) {
      throw new CommandException(
          ExitCode.USAGE,
          id
              + " is the beginning of "
              + lookup.fitting()
              + " digests ("
              + String.join(", ", lookup.candidates())
              + (lookup.fitting() > lookup.candidates().size() ? ", …" : "")
              + "); give more digits");
    }
    throw unknown(lookup.candidates());
  }

  private CommandException unknown(List<String> candidates) {
    String nearest = candidates.isEmpty() ? "" : "; the nearest: " + String.join(", ", candidates);
    return new CommandException(ExitCode.USAGE, "no digest " + id + " in these logs" + nearest);
  }
}
