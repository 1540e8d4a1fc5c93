package dev.watershed.analyzer.consolidation.crossing;

import java.util.EnumSet;
import java.util.Set;

/** What a statement can cross. */
public enum Border {
  /** It reads a table of another service. */
  FOREIGN_READ("foreign-read", "reads another service's table"),
  /** It writes a table of another service. */
  FOREIGN_WRITE("foreign-write", "writes another service's table"),
  /** Its tables have several owners. */
  OWNERS("owner-join", "joins tables of several owners"),
  /** Its tables are in several schemas of one server. */
  SCHEMAS("schema-join", "joins several schemas"),
  /** Its tables are on several servers. */
  SERVERS("server-join", "needs tables of several servers");

  private final String key;
  private final String words;

  Border(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** The borders of a sum of {@link #bit}s. */
  static Set<Border> of(int bits) {
    Set<Border> borders = EnumSet.noneOf(Border.class);
    for (Border border : values()) {
      if (border.in(bits)) {
        borders.add(border);
      }
    }
    return borders;
  }

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int bits) {
    return (bits & bit()) != 0;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** What a statement does that crosses it. */
  public String words() {
    return words;
  }
}
