package dev.watershed.sql.comment;

import dev.watershed.sql.comment.ScriptComment.Lines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the comments of a script and what they are written to. A comment on a line of its own is
 * about the statement behind it, and within a statement about its next line. One behind code is
 * about that line, and one behind the end of a statement about that statement. Comments that hold
 * code for some version ({@code /*!}, {@code /*M!}) and hints are code. {@code DELIMITER} is
 * obeyed.
 */
public final class ScriptComments {

  private static final String DELIMITER = "DELIMITER";

  /** The lines of a statement, without comments around it. */
  private record Statement(int first, int last) {}

  private record Found(String text, int line, Optional<Lines> about, int nextLineFrom, int next) {}

  private final String script;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Found> comments = new ArrayList<>();
  private final List<Integer> codeLines = new ArrayList<>();
  private String delimiter = ";";
  private int at;
  private int line = 1;
  private int first;

  private ScriptComments(String script) {
    this.script = script;
    // A byte order mark is no code.
    at = script.startsWith("\uFEFF") ? 1 : 0;
  }

  /** The comments, in the order of the script. */
  public static List<ScriptComment> of(String script) {
    ScriptComments reading = new ScriptComments(script);
    while (reading.at < script.length()) {
      reading.next();
    }
    reading.end();
    return reading.comments.stream().map(reading::resolved).toList();
  }

  private void next() {
    char c = script.charAt(at);
    if (c <= ' ') {
      step(1);
    } else if (c == '#' || dashes()) {
      int end = until("\n", at);
      comment(script.substring(at + (c == '#' ? 1 : 2), end), end);
    } else if (script.startsWith("/*", at) && !holdsCode(at + 2)) {
      int close = script.indexOf("*/", at + 2);
      int textEnd = close < 0 ? script.length() : close;
      comment(script.substring(at + 2, textEnd), close < 0 ? textEnd : close + 2);
    } else if (first == 0 && delimiterCommand()) {
      String changed = script.substring(at + DELIMITER.length(), until("\n", at)).strip();
      delimiter = changed.isEmpty() ? ";" : changed.split("\\s", 2)[0];
      step(until("\n", at) - at);
    } else if (script.startsWith(delimiter, at)) {
      end();
      step(delimiter.length());
    } else {
      code(c == '\'' || c == '"' || c == '`' ? quoted(c) - at : 1);
    }
  }

  private void code(int length) {
    if (first == 0) {
      first = line;
    }
    int from = line;
    step(length);
    for (int each = from; each <= line; each++) {
      if (codeLines.isEmpty() || codeLines.get(codeLines.size() - 1) < each) {
        codeLines.add(each);
      }
    }
  }

  /** The statement ends; one without code is none. */
  private void end() {
    if (first > 0) {
      statements.add(new Statement(first, codeLines.get(codeLines.size() - 1)));
      first = 0;
    }
  }

  private void comment(String text, int end) {
    boolean behindCode = !codeLines.isEmpty() && codeLines.get(codeLines.size() - 1) == line;
    Optional<Lines> about = Optional.empty();
    if (behindCode && first > 0) {
      about = Optional.of(new Lines(line, line));
    } else if (behindCode) {
      Statement last = statements.get(statements.size() - 1);
      about = Optional.of(new Lines(last.first(), last.last()));
    }
    int commentLine = line;
    step(end - at);
    comments.add(
        new Found(text, commentLine, about, first > 0 ? commentLine : 0, statements.size()));
  }

  private ScriptComment resolved(Found found) {
    Optional<Lines> about = found.about();
    if (about.isEmpty() && found.nextLineFrom() > 0) {
      about = codeLineBehind(found.nextLineFrom()).map(each -> new Lines(each, each));
    } else if (about.isEmpty() && found.next() < statements.size()) {
      Statement statement = statements.get(found.next());
      about = Optional.of(new Lines(statement.first(), statement.last()));
    }
    return new ScriptComment(found.text(), found.line(), about);
  }

  private Optional<Integer> codeLineBehind(int line) {
    int found = Collections.binarySearch(codeLines, line + 1);
    int index = found < 0 ? -found - 1 : found;
    return index < codeLines.size() ? Optional.of(codeLines.get(index)) : Optional.empty();
  }

  private boolean holdsCode(int body) {
    return charAt(body) == '!' || charAt(body) == '+' || script.startsWith("M!", body);
  }

  private boolean dashes() {
    return script.startsWith("--", at) && (at + 2 >= script.length() || charAt(at + 2) <= ' ');
  }

  private boolean delimiterCommand() {
    return script.regionMatches(true, at, DELIMITER, 0, DELIMITER.length())
        && charAt(at + DELIMITER.length()) <= ' ';
  }

  /** Behind a string or a quoted name; a doubled quote reads as two of them, with the same end. */
  private int quoted(char quote) {
    int end = at + 1;
    while (end < script.length() && script.charAt(end) != quote) {
      end += script.charAt(end) == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(end + 1, script.length());
  }

  private int until(String text, int from) {
    int found = script.indexOf(text, from);
    return found < 0 ? script.length() : found;
  }

  private void step(int length) {
    for (int end = at + length; at < end; at++) {
      if (script.charAt(at) == '\n') {
        line++;
      }
    }
  }

  private char charAt(int index) {
    return index < script.length() ? script.charAt(index) : '\0';
  }
}
