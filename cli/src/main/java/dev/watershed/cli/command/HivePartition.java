package dev.watershed.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * A day of a server, and its folder as Hive names partitions. What would be a path, a wildcard or a
 * separator there is written as {@code %XX}, as Hive's {@code FileUtils.escapePathName} and Spark's
 * {@code ExternalCatalogUtils} do; readers undo it.
 *
 * @param day in UTC
 * @param server its name
 */
record HivePartition(LocalDate day, String server) {

  private static final String ESCAPED = "\"#%'*/:=?\\{[]^";
  private static final char LAST_CONTROL = 0x1f;
  private static final char DELETE = 0x7f;

  HivePartition {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(server, "server");
  }

  /** Relative to the folder of a table: {@code day=2026-11-23/server=booking-1}. */
  Path path() {
    return Path.of("day=" + day, "server=" + escaped(server));
  }

  static String escaped(String value) {
    StringBuilder path = new StringBuilder();
    for (char letter : value.toCharArray()) {
      if (letter <= LAST_CONTROL || letter == DELETE || ESCAPED.indexOf(letter) >= 0) {
        path.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
      } else {
        path.append(letter);
      }
    }
    return path.toString();
  }
}
