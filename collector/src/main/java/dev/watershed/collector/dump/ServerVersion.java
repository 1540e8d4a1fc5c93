package dev.watershed.collector.dump;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which server ran the definitions, as far as it changes what they mean. One that is unknown is
 * taken for a MySQL of today.
 *
 * @param mariaDb whether it is a MariaDB
 * @param number the version as {@code major · 10,000 + minor · 100 + patch}
 */
record ServerVersion(boolean mariaDb, int number) {

  private static final int TODAY = 90_700;
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{1,2})");

  /** The version of a text such as {@code 8.0.36} or {@code 10.11.14-MariaDB-0+deb12u2}. */
  static ServerVersion of(Optional<String> text) {
    String version = text.orElse("");
    Matcher numbers = NUMBERS.matcher(version);
    int number = TODAY;
    if (numbers.find()) {
      number =
          Integer.parseInt(numbers.group(1)) * 10_000
              + Integer.parseInt(numbers.group(2)) * 100
              + Integer.parseInt(numbers.group(3));
    }
    return new ServerVersion(version.contains("MariaDB"), number);
  }

  boolean isMySqlBefore(int limit) {
    return !mariaDb && number < limit;
  }

  boolean isMariaDbSince(int limit) {
    return mariaDb && number >= limit;
  }
}
