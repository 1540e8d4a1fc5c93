package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.reports.text.Style;
import dev.watershed.reports.text.TextOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How text is laid out. */
final class LayoutOptions {

  private static final int TERMINAL_WIDTH = 100;
  private static final int FILE_WIDTH = 132;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      converter = Colour.Converter.class,
      description = "Colour in text. Default: on a terminal, unless NO_COLOR is set.")
  private Optional<Colour> color = Optional.empty();

  /**
   * As wide as the terminal (COLUMNS), wider in a file or pipe.
   *
   * @param toFile whether the text goes to a file
   */
  TextOptions text(CommandContext context, boolean toFile) {
    boolean colour = color.orElse(Colour.AUTO).on(context, toFile);
    int usual = context.outputIsTerminal() && !toFile ? TERMINAL_WIDTH : FILE_WIDTH;
    int width =
        context
            .variable("COLUMNS")
            .filter(columns -> columns.matches("[1-9]\\d{0,4}"))
            .map(Integer::parseInt)
            .orElse(usual);
    return new TextOptions(width, new Style(colour));
  }
}
