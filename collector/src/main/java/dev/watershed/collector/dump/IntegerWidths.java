package dev.watershed.collector.dump;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The widths that MariaDB, and MySQL before 8.0.19, give numbers without one. */
final class IntegerWidths {

  private static final Pattern WITHOUT =
      Pattern.compile("(tinyint|smallint|mediumint|int|bigint)( unsigned)?");

  private static final Map<String, Integer> SIGNED =
      Map.of("tinyint", 4, "smallint", 6, "mediumint", 9, "int", 11, "bigint", 20);

  private static final Map<String, Integer> UNSIGNED =
      Map.of("tinyint", 3, "smallint", 5, "mediumint", 8, "int", 10, "bigint", 20);

  private IntegerWidths() {}

  /** The type with its width; others as they are. */
  static String with(String type) {
    if (type.equals("year")) {
      return "year(4)";
    }
    Matcher integer = WITHOUT.matcher(type);
    if (!integer.matches()) {
      return type;
    }
    String sign = integer.group(2) == null ? "" : integer.group(2);
    int width = (sign.isEmpty() ? SIGNED : UNSIGNED).get(integer.group(1));
    return integer.group(1) + "(" + width + ")" + sign;
  }
}
