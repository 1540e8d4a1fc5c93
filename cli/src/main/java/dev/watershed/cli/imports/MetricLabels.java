package dev.watershed.cli.imports;

import java.util.Map;

/** Reads the labels of a line of Prometheus' text: {@code {client="a",server="b"}}. */
final class MetricLabels {

  private MetricLabels() {}

  /**
   * Reads them.
   *
   * @param brace where they begin
   * @param labels where they are put
   * @return where they end
   * @throws IllegalArgumentException if they do not end, or a value is not quoted
   */
  static int read(String line, int brace, Map<String, String> labels) {
    int at = brace + 1;
    while (at < line.length() && line.charAt(at) != '}') {
      int equals = line.indexOf('=', at);
      int quote = equals < 0 ? -1 : line.indexOf('"', equals);
      if (quote < 0 || !line.substring(equals + 1, quote).isBlank()) {
        throw new IllegalArgumentException("expected label=\"value\" within braces");
      }
      StringBuilder value = new StringBuilder();
      int end = value(line, quote + 1, value);
      labels.put(line.substring(at, equals).strip(), value.toString());
      at = end;
      while (at < line.length() && (line.charAt(at) == ',' || line.charAt(at) == ' ')) {
        at++;
      }
    }
    if (at >= line.length()) {
      throw new IllegalArgumentException("the labels do not end");
    }
    return at + 1;
  }

  private static int value(String line, int start, StringBuilder value) {
    for (int at = start; at < line.length(); at++) {
      char each = line.charAt(at);
      if (each == '"') {
        return at + 1;
      }
      if (each == '\\' && at + 1 < line.length()) {
        char escaped = line.charAt(++at);
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        value.append(each);
      }
    }
    throw new IllegalArgumentException("a label's value does not end");
  }
}
