package dev.watershed.benchmarks.fleet.month;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event of a slow log.
 *
 * @param time when it was written, in whole seconds
 * @param schema that its statement runs in; empty where the log has not named one yet
 * @param lines its lines: comments, {@code use}, {@code SET timestamp} and the statement
 */
public record LogEvent(Instant time, String schema, List<String> lines) {

  private static final Pattern CONNECTION =
      Pattern.compile("^# (?:User@Host: .* Id: *|Thread_id: )(\\d+)");

  public LogEvent {
    lines = List.copyOf(lines);
  }

  /** The number of its connection in the server; empty if no line says it. */
  String connection() {
    return lines.stream()
        .map(CONNECTION::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }

  /** Its text at another time; the first one of a slice says everything that it inherited. */
  public String shifted(Duration by, boolean first) {
    StringBuilder text = new StringBuilder();
    if (first && !lines.get(0).startsWith("# Time")) {
      text.append(LogTimes.line(time.plus(by))).append('\n');
    }
    boolean header = true;
    boolean uses = lines.stream().anyMatch(line -> line.startsWith("use "));
    for (String line : lines) {
      if (header && line.startsWith("SET timestamp=")) {
        if (first && !uses && !schema.isEmpty()) {
          text.append("use ").append(schema).append(";\n");
        }
        text.append(LogTimes.shifted(line, by)).append('\n');
        header = false;
      } else {
        text.append(header ? LogTimes.shifted(line, by) : line).append('\n');
      }
    }
    return text.toString();
  }
}
