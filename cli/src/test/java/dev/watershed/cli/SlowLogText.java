package dev.watershed.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Events of a slow log of MySQL 8 and later, in the schema {@code shop}. */
final class SlowLogText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SlowLogText() {}

  /** A statement of 50 ms. */
  static void event(StringBuilder log, String user, Instant ended, String sql) {
    event(log, user, ended, 0.05, sql);
  }

  /**
   * A statement.
   *
   * @param seconds how long it ran
   */
  static void event(StringBuilder log, String user, Instant ended, double seconds, String sql) {
    log.append(
        String.format(
            Locale.ROOT,
            "# Time: %s\n# User@Host: %s[%s] @ host [10.0.0.1]  Id: 1\n"
                + "# Query_time: %.6f  Lock_time: 0.000001 Rows_sent: 0  Rows_examined: 1\n"
                + "use shop;\nSET timestamp=%d;\n%s;\n",
            TIME.format(ended),
            user,
            user,
            seconds,
            ended.getEpochSecond(),
            sql));
  }
}
