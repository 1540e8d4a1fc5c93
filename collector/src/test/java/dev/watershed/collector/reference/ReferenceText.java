package dev.watershed.collector.reference;

import java.util.List;
import java.util.StringJoiner;

/**
 * Writes what a log holds as text, as it stands in the {@code .expected} file of a fixture: places
 * are numbers of lines, times are microseconds, what is absent is left out.
 */
public final class ReferenceText {

  private final byte[] log;
  private final StringBuilder text = new StringBuilder();

  private ReferenceText(byte[] log) {
    this.log = log;
  }

  /** The events, then the issues. */
  public static String of(byte[] log, ReferenceLog content) {
    ReferenceText writer = new ReferenceText(log);
    content.events().forEach(writer::event);
    content.issues().forEach(writer::issue);
    return writer.text.toString();
  }

  private void event(ReferenceEvent event) {
    line("event line " + lineOf(event.offset()));
    line("  ended " + event.endedAt().map(Object::toString).orElse("unknown"));
    if (!(event.user() + event.host() + event.address()).isEmpty()) {
      line("  account " + event.user() + " @ " + event.host() + " [" + event.address() + "]");
    }
    if (!event.schema().isEmpty()) {
      line("  schema " + event.schema() + (event.schemaInherited() ? " (inherited)" : ""));
    }
    line("  time " + event.queryTimeMicros() + " lock " + event.lockTimeMicros());
    line("  rows sent " + event.rowsSent() + " examined " + event.rowsExamined());
    metrics(event.metrics());
    if (event.weight() != 1) {
      line("  weight " + event.weight());
    }
    line(
        event
            .administratorCommand()
            .map(command -> "  administrator command " + command)
            .orElseGet(() -> "  statement " + escaped(event.statement())));
  }

  private void metrics(ReferenceMetrics metrics) {
    if (metrics.equals(ReferenceMetrics.NONE)) {
      return;
    }
    StringJoiner parts = new StringJoiner(" ", "  ", "");
    number(parts, "error", metrics.errorNumber());
    number(parts, "affected", metrics.rowsAffected());
    number(parts, "bytes", metrics.bytesSent());
    number(parts, "temporary", metrics.temporaryTables());
    number(parts, "disk", metrics.temporaryDiskTables());
    flag(parts, "full-scan", metrics.fullScan());
    flag(parts, "full-join", metrics.fullJoin());
    number(parts, "sorted", metrics.sortRows());
    number(parts, "merge-passes", metrics.sortMergePasses());
    line(parts.toString());
  }

  private static void number(StringJoiner parts, String name, long value) {
    if (value != 0) {
      parts.add(name).add(Long.toString(value));
    }
  }

  private static void flag(StringJoiner parts, String name, boolean value) {
    if (value) {
      parts.add(name);
    }
  }

  private void issue(ReferenceIssue issue) {
    String count = issue.count() == 1 ? "" : " count " + issue.count();
    line("issue " + issue.reason() + " line " + lineOf(issue.offset()) + count);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private long lineOf(long offset) {
    long line = 1;
    for (int i = 0; i < offset; i++) {
      line += log[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static String escaped(byte[] statement) {
    List<Character> plain = List.of('\n', '\t', '\\');
    StringBuilder escaped = new StringBuilder();
    for (byte b : statement) {
      char c = (char) (b & 0xFF);
      if (plain.contains(c)) {
        escaped.append('\\').append(c == '\n' ? 'n' : c == '\t' ? 't' : '\\');
      } else if (c < ' ' || c > '~') {
        escaped.append(String.format("\\x%02x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
