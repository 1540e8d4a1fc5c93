package dev.watershed.analyzer.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a server.
 *
 * @param number as {@code major · 10,000 + minor · 100 + patch}
 */
record ServerRelease(boolean mariaDb, int number) {

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{1,2})");

  /** The version of a text such as {@code 8.0.36} or {@code 10.11.14-MariaDB-0+deb12u2}. */
  static Optional<ServerRelease> of(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.find()) {
      return Optional.empty();
    }
    int number =
        Integer.parseInt(numbers.group(1)) * 10_000
            + Integer.parseInt(numbers.group(2)) * 100
            + Integer.parseInt(numbers.group(3));
    return Optional.of(new ServerRelease(text.contains("MariaDB"), number));
  }

  boolean since(int limit) {
    return number >= limit;
  }
}
