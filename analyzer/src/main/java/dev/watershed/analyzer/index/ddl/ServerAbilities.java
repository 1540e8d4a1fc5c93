package dev.watershed.analyzer.index.ddl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a version of a server can do with indexes. Of an unknown version, the least is assumed.
 *
 * @param hides how an index is hidden from the optimizer
 */
public record ServerAbilities(Hiding hides) {

  /** Ways to hide an index. */
  public enum Hiding {
    /** MySQL 8.0 and later. */
    INVISIBLE,
    /** MariaDB 10.6 and later. */
    IGNORED,
    NONE
  }

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

  /** Those of a version such as {@code 9.7.4} or {@code 10.11.14-MariaDB}. */
  public static ServerAbilities of(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.find()) {
      return new ServerAbilities(Hiding.NONE);
    }
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    if (version.contains("MariaDB")) {
      boolean ignores = major > 10 || major == 10 && minor >= 6;
      return new ServerAbilities(ignores ? Hiding.IGNORED : Hiding.NONE);
    }
    return new ServerAbilities(major >= 8 ? Hiding.INVISIBLE : Hiding.NONE);
  }
}
