package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.text.TextOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a result goes that is text or JSON, and how it looks. Empty is not given. */
final class OutputOptions {

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

  /** Whether JSON was asked for. */
  boolean json() {
    return format.orElse(Format.TEXT) == Format.JSON;
  }

  /** Writes the result in the form that was asked for. */
  void write(CommandContext context, ResultOutput.Result json, Function<TextOptions, String> text)
      throws CommandException, OutputClosedException {
    if (json()) {
      ResultOutput.write(context, out, json);
      return;
    }
    byte[] rendered =
        text.apply(layout.text(context, out.isPresent())).getBytes(StandardCharsets.UTF_8);
    ResultOutput.write(context, out, stream -> stream.write(rendered));
  }
}
