package dev.watershed.spark.collect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files are slow logs, and of which server each is: a path with wildcards, of which {@code
 * {server}}, or else the first {@code *}, stands for the server's name.
 */
final class LogPattern {

  private static final String MARK = "{server}";
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*");

  private final String text;
  private final int from;
  private final int to;
  private final Pattern path;

  private LogPattern(String text, int from, int to, Pattern path) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.path = path;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if nothing in it stands for the server, or it has brackets or
   *     alternatives
   */
  static LogPattern of(String text) {
    int mark = text.indexOf(MARK);
    int star = text.indexOf('*');
    int from = mark >= 0 ? mark : star;
    if (from < 0) {
      throw new IllegalArgumentException(
          "'" + text + "': nothing in it stands for the server; expected {server} or *");
    }
    int to = from + (mark >= 0 ? MARK.length() : 1);
    String others = text.substring(0, from) + text.substring(to);
    if (others.matches(".*[\\[\\]{}\\\\].*")) {
      throw new IllegalArgumentException(
          "'" + text + "': expected * and ? as wildcards, and {server} once");
    }
    Matcher scheme = SCHEME.matcher(text);
    int begin = scheme.find() ? scheme.end() : 0;
    String regex =
        regexOf(text.substring(begin, from)) + "([^/]+?)" + regexOf(text.substring(to)) + "$";
    return new LogPattern(text, from, to, Pattern.compile(regex));
  }

  private static String regexOf(String part) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
    }
    return regex.toString();
  }

  /** The pattern as Hadoop's file systems expand it. */
  String glob() {
    return text.substring(0, from) + "*" + text.substring(to);
  }

  /** The server of a path that the pattern matched; empty if it names none. */
  Optional<String> serverOf(String filePath) {
    Matcher matcher = path.matcher(filePath);
    return matcher.find() && matcher.end() == filePath.length()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** What a server's logs are called in messages. */
  String nameFor(String server) {
    return text.substring(0, from) + server + text.substring(to);
  }

  @Override
  public String toString() {
    return text;
  }
}
