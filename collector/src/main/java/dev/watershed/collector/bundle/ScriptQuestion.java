package dev.watershed.collector.bundle;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Question.Timing;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a question as the commands of the script that put it to the server. */
final class ScriptQuestion {

  private static final String INDENT = "  ";

  /** What the script replaces by the time since when new rows are asked for. */
  private static final String NEW = "FIRST_SEEN >= '@SINCE@'";

  private final Question question;

  /**
   * @param question its names and texts hold nothing that a shell replaces
   */
  ScriptQuestion(Question question) {
    this.question = question;
  }

  /** The commands, with a comment above. */
  String commands() {
    return commands(
        switch (question.timing()) {
          case ALWAYS -> "always";
          case RARELY -> "rarely";
          case NEW_ROWS -> "new";
          case ONCE -> "once";
        });
  }

  /**
   * The same, asked at other times.
   *
   * @param when a word of the script
   */
  String commands(String when) {
    List<String> lines = new ArrayList<>();
    String condition = condition();
    if (condition.isEmpty()) {
      lines.addAll(asking(question.parts(), when));
    } else {
      lines.add("if " + condition + "; then");
      asking(question.parts(), when).forEach(line -> lines.add(INDENT + line));
      for (Selection other : question.others()) {
        lines.add("elif " + shown(other) + "; then");
        asking(List.of(other), when).forEach(line -> lines.add(INDENT + line));
      }
      if (question.instead().isPresent()) {
        String statement = Question.inlined(question.instead().get(), question.parameters());
        lines.add("else");
        lines.add(INDENT + "show " + when + " " + question.name() + " " + word(statement));
      }
      lines.add("fi");
    }
    return "# " + question.about() + "\n" + String.join("\n", lines) + "\n";
  }

  private String condition() {
    String shown = shown(question.parts().get(0));
    return switch (question.need()) {
      case MYSQL -> "[ \"$product\" = mysql ]";
      case MARIADB -> "[ \"$product\" = mariadb ]";
      case TABLE -> shown;
      case NOTHING -> question.instead().isPresent() || !question.others().isEmpty() ? shown : "";
    };
  }

  private static String shown(Selection selection) {
    return "shown " + upper(selection.table());
  }

  private List<String> asking(List<Selection> parts, String when) {
    List<String> lines = new ArrayList<>();
    lines.add("question " + question.name());
    List<String> left = new ArrayList<>(question.parameters());
    for (Selection part : parts) {
      lines.add("table " + upper(part.table()));
      lines.addAll(items(part.items()));
      String rest = Question.inlined(part.rest(), left);
      String condition = question.timing() == Timing.NEW_ROWS ? "WHERE " + NEW : rest;
      lines.add(
          "from "
              + word(
                  part.table()
                      + " AS "
                      + Query.ALIAS
                      + (condition.isEmpty() ? "" : " " + condition)));
    }
    lines.add("ask " + when);
    return lines;
  }

  /** Neighbours that are asked for in the same way share a line. */
  private static List<String> items(List<Item> items) {
    List<String> lines = new ArrayList<>();
    String last = "";
    for (Item item : items) {
      String command = command(item);
      if (command.equals("optional")) {
        lines.add(
            String.join(
                " ",
                command,
                item.column().orElseThrow(),
                item.otherwise(),
                word(item.expression()),
                word(item.label())));
      } else if (command.equals(last)) {
        lines.add(lines.remove(lines.size() - 1) + " " + word(item.expression()));
      } else {
        lines.add(command + " " + word(item.expression()));
      }
      last = command;
    }
    return lines;
  }

  private static String command(Item item) {
    if (item.column().isEmpty()) {
      return "values";
    }
    if (!item.expression().equals(item.column().get())) {
      return "optional";
    }
    return switch (item.literals()) {
      case EXPRESSION -> "expressions";
      case DEFAULT -> "defaults";
      case VALUE -> "literals";
      case BODY -> "bodies";
      case NONE -> item.otherwise().equals("0") ? "counters" : "columns";
    };
  }

  private static String upper(String table) {
    return table.toUpperCase(Locale.ROOT);
  }

  /** A text as one word of a shell. */
  static String word(String text) {
    if (text.matches("[A-Za-z0-9_.]+")) {
      return text;
    }
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == '$' || c == '`' || c == '\\');
    return plain ? "\"" + text + "\"" : "'" + text.replace("'", "'\\''") + "'";
  }
}
