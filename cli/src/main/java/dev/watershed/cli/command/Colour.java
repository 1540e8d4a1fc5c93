package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import java.util.List;

/** When text is coloured. */
enum Colour {
  /** On a terminal, unless NO_COLOR is set (no-color.org) or the terminal is a dumb one. */
  AUTO("auto"),
  ALWAYS("always"),
  NEVER("never");

  private final String word;

  Colour(String word) {
    this.word = word;
  }

  boolean on(CommandContext context, boolean toFile) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          context.outputIsTerminal()
              && !toFile
              && context.variable("NO_COLOR").isEmpty()
              && !context.variable("TERM").orElse("").equals("dumb");
    };
  }

  /** Reads {@code --color}. */
  static final class Converter extends Words<Colour> {
    Converter() {
      super(List.of(values()), colour -> colour.word);
    }
  }
}
