package dev.watershed.collector.slowlog;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Administrator commands in a log that gives their names alone, where a file says {@code #
 * administrator command: }. None of the names is a statement as clients send it, but for {@code
 * Shutdown}, which its letter case tells.
 *
 * <p>Source: the instruments {@code statement/com/%} of MySQL 9.7 and MariaDB 10.11.
 */
public final class AdministratorCommands {

  private static final Set<String> NAMES =
      Set.of(
          "Binlog Dump",
          "Binlog Dump GTID",
          "Bulk_execute",
          "Change user",
          "Close stmt",
          "Connect",
          "Connect Out",
          "Create DB",
          "Daemon",
          "Debug",
          "Delayed insert",
          "Drop DB",
          "Error",
          "Execute",
          "Fetch",
          "Field List",
          "Group Replication Data Stream subscription",
          "Init DB",
          "Kill",
          "Long Data",
          "Ping",
          "Prepare",
          "Processlist",
          "Quit",
          "Refresh",
          "Register Replica",
          "Register Slave",
          "Reset Connection",
          "Reset connection",
          "Reset stmt",
          "Set option",
          "Shutdown",
          "Sleep",
          "Statistics",
          "Table Dump",
          "Time");

  private static final byte[] MARK =
      "# administrator command: ".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 64;

  private AdministratorCommands() {}

  /** Whether an administrator command is called so. */
  public static boolean named(String name) {
    return NAMES.contains(name);
  }

  /** The text as a file has it. */
  static byte[] marked(byte[] text) {
    if (text.length == 0
        || text.length > LONGEST
        || !NAMES.contains(new String(text, StandardCharsets.ISO_8859_1))) {
      return text;
    }
    byte[] marked = new byte[MARK.length + text.length];
    System.arraycopy(MARK, 0, marked, 0, MARK.length);
    System.arraycopy(text, 0, marked, MARK.length, text.length);
    return marked;
  }
}
