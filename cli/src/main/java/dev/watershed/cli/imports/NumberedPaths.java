package dev.watershed.cli.imports;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which migrations run, by their names: V2 before V10. */
final class NumberedPaths implements Comparator<Path> {

  private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

  @Override
  public int compare(Path one, Path other) {
    Matcher first = RUN.matcher(one.toString());
    Matcher second = RUN.matcher(other.toString());
    while (first.find()) {
      if (!second.find()) {
        return 1;
      }
      int order = compare(first.group(), second.group());
      if (order != 0) {
        return order;
      }
    }
    return second.find() ? -1 : one.compareTo(other);
  }

  private static int compare(String one, String other) {
    return Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0))
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }
}
