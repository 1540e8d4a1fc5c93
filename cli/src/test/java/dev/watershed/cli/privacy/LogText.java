package dev.watershed.cli.privacy;

import java.time.Instant;

/** A slow log of the schema {@code shop}, as MySQL writes it. */
final class LogText {

  private final StringBuilder log = new StringBuilder();

  /** A statement of 50 ms, as it came. */
  void event(String user, Instant ended, String sql) {
    log.append("# Time: " + ended.toString().replace("Z", ".000000Z") + "\n")
        .append("# User@Host: " + user + "[" + user + "] @ host [10.0.0.1]  Id: 1\n")
        .append("# Query_time: 0.050000  Lock_time: 0.000001 Rows_sent: 0  Rows_examined: 900\n")
        .append("use shop;\nSET timestamp=" + ended.getEpochSecond() + ";\n" + sql + ";\n");
  }

  @Override
  public String toString() {
    return log.toString();
  }
}
