package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Writes the fields of a logged statement as the header that a file would have, and reads that: so
 * that both mean the same by construction.
 */
final class LoggedHeader {

  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]");

  private final HeaderParser parser = new HeaderParser();
  private byte[] bytes = {};

  /** Fills the header and the figures. */
  void read(LoggedStatement statement, Header header, Execution figures) {
    byte[] text = text(statement).getBytes(StandardCharsets.UTF_8);
    bytes = Arrays.copyOf(text, text.length + Words.PADDING);
    parser.parse(bytes, 0, text.length, true, header, figures);
  }

  /** What the indexes in the header point into. */
  byte[] bytes() {
    return bytes;
  }

  static String text(LoggedStatement statement) {
    StringBuilder text = new StringBuilder(256);
    text.append("# Time: ").append(Micros.toInstant(statement.endMicros())).append('\n');
    text.append("# User@Host: ").append(oneLine(statement.userHost()));
    text.append("  Id: ").append(statement.connection()).append('\n');
    text.append("# Query_time: ").append(seconds(statement.queryTimeMicros()));
    text.append("  Lock_time: ").append(seconds(statement.lockTimeMicros()));
    text.append(" Rows_sent: ").append(statement.rowsSent());
    text.append("  Rows_examined: ").append(statement.rowsExamined());
    statement.rowsAffected().ifPresent(rows -> text.append(" Rows_affected: ").append(rows));
    text.append('\n');
    if (!statement.schema().isEmpty()) {
      String quoted = oneLine(statement.schema()).replace("`", "``");
      text.append("use `").append(quoted).append("`;\n");
    }
    return text.append("SET timestamp=0;\n").toString();
  }

  private static String seconds(long micros) {
    String fraction = Long.toString(MICROS_PER_SECOND + micros % MICROS_PER_SECOND);
    return micros / MICROS_PER_SECOND + "." + fraction.substring(1);
  }

  private static String oneLine(String text) {
    return LINE_ENDS.matcher(text).replaceAll(" ");
  }
}
