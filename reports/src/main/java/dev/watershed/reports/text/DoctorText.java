package dev.watershed.reports.text;

import dev.watershed.reports.ExaminedServer;
import dev.watershed.reports.ExaminedServer.Lack;
import dev.watershed.reports.VisibleText;
import java.util.List;

/** The answer of {@code doctor} for a terminal: per server what it lacks, why, and the way out. */
public final class DoctorText {

  private static final int MOST_LINES = 6;
  private static final String INDENT = "  ";

  private final TextOptions options;
  private final Style style;

  public DoctorText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /** The whole answer; ends with a line break. */
  public String render(List<ExaminedServer> servers) {
    StringBuilder text = new StringBuilder();
    for (ExaminedServer server : servers) {
      text.append(style.accent(VisibleText.of(server.server())));
      server
          .version()
          .ifPresent(version -> text.append(" (").append(VisibleText.of(version)).append(')'));
      text.append(": ").append(summary(server)).append('\n');
      server.lacks().forEach(lack -> lack(lack, text));
    }
    return text.toString();
  }

  private static String summary(ExaminedServer server) {
    if (server.failure().isPresent()) {
      return "could not be asked: " + VisibleText.of(server.failure().get());
    }
    int lacks = server.lacks().size();
    return lacks == 0 ? "lacks nothing" : lacks == 1 ? "1 lack" : lacks + " lacks";
  }

  private void lack(Lack lack, StringBuilder text) {
    text.append(INDENT)
        .append(style.warn(lack.weight()))
        .append(INDENT)
        .append(style.bold(lack.check()))
        .append('\n');
    wrapped(lack.lack() + " " + lack.consequence(), text);
    for (String statement : lack.statements()) {
      // on one line, to be copied
      text.append(INDENT).append(INDENT).append(INDENT);
      text.append(VisibleText.of(statement)).append(";\n");
    }
    if (!lack.advice().isEmpty()) {
      wrapped(lack.advice(), text);
    }
  }

  private void wrapped(String message, StringBuilder text) {
    int columns = options.width() - 2 * INDENT.length();
    for (String line : Wrap.lines(VisibleText.of(message), columns, MOST_LINES)) {
      text.append(INDENT).append(INDENT).append(line).append('\n');
    }
  }
}
