package dev.watershed.cli.command;

import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.check.CheckAnnotations;
import dev.watershed.reports.check.CheckGitLab;
import dev.watershed.reports.check.CheckJUnit;
import dev.watershed.reports.check.CheckMarkdown;
import dev.watershed.reports.check.CheckPlaces;
import dev.watershed.reports.check.CheckSarif;
import dev.watershed.reports.json.CheckJson;
import dev.watershed.reports.text.CheckText;
import dev.watershed.rules.gate.GateResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a gate's answer goes, and in which form. Empty is not given. */
final class CheckOutput {

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|junit|gitlab|github|markdown",
      converter = CheckFormat.Converter.class,
      description = {
        "sarif, junit and gitlab are for the tools of these names; github prints annotations and"
            + " adds to $GITHUB_STEP_SUMMARY; markdown is one comment. Default: text."
      })
  private Optional<CheckFormat> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--rule-pages",
      paramLabel = "URL",
      description = "The folder where docs/rules is published, for links. Default: no links.")
  private Optional<String> rulePages = Optional.empty();

  @Mixin private LayoutOptions layout = new LayoutOptions();

  /** Writes the answer in the form that was asked for. */
  void write(CommandContext context, Path configuration, GateResult result, WidenedSpan span)
      throws CommandException {
    CheckPlaces places =
        new CheckPlaces(
            context.workingDirectory().toAbsolutePath().normalize(),
            configuration.toString(),
            pages(),
            PublishedSources.of(context));
    if (format.orElse(CheckFormat.TEXT) == CheckFormat.GITHUB) {
      StepSummary.append(context, new CheckMarkdown(places).render(result, span));
    }
    ResultOutput.writeWhoeverReads(context, out, answer(context, places, result, span));
  }

  private ResultOutput.Result answer(
      CommandContext context, CheckPlaces places, GateResult result, WidenedSpan span) {
    return switch (format.orElse(CheckFormat.TEXT)) {
      case TEXT -> text(new CheckText(layout.text(context, out.isPresent())).render(result, span));
      case JSON -> stream -> CheckJson.write(result, span, stream);
      case SARIF -> {
        Optional<String> version =
            Optional.ofNullable(CheckOutput.class.getPackage().getImplementationVersion());
        yield stream -> new CheckSarif(places, version).write(result, stream);
      }
      case JUNIT -> stream -> new CheckJUnit(places).write(result, stream);
      case GITLAB -> stream -> new CheckGitLab(places).write(result, stream);
      case GITHUB -> text(new CheckAnnotations(places).render(result));
      case MARKDOWN -> text(new CheckMarkdown(places).render(result, span));
    };
  }

  private Optional<URI> pages() throws CommandException {
    if (rulePages.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI pages = new URI(rulePages.get());
      if (pages.isAbsolute()) {
        return Optional.of(pages);
      }
    } catch (URISyntaxException e) {
      throw new CommandException(ExitCode.USAGE, "--rule-pages: " + e.getMessage());
    }
    throw new CommandException(
        ExitCode.USAGE, "--rule-pages: expected an address such as https://docs.example/rules");
  }

  private static ResultOutput.Result text(String rendered) {
    return stream -> stream.write(rendered.getBytes(StandardCharsets.UTF_8));
  }
}
