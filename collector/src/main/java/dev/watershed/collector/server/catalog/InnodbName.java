package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.TableKey;
import java.util.Locale;
import java.util.Optional;

/** A table as InnoDB names it. */
public final class InnodbName {

  private static final int CODE_DIGITS = 4;

  private InnodbName() {}

  /**
   * The table of a name such as {@code shop/order@002ditems#p#p0}. Characters outside of letters,
   * digits and {@code _} are written as codes (MySQL 9.7 Reference Manual, "Mapping of Identifiers
   * to File Names"); empty where there are codes of another kind, which stand for some letters with
   * marks.
   */
  public static Optional<TableKey> of(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    Optional<String> schema = decoded(name.substring(0, slash));
    Optional<String> table = decoded(withoutPartition(name.substring(slash + 1)));
    return schema.isPresent() && table.isPresent()
        ? Optional.of(new TableKey(schema.get(), table.get()))
        : Optional.empty();
  }

  /** The table that a partition belongs to; a table that is none stays as it is. */
  static TableKey tableOf(TableKey partition) {
    return new TableKey(partition.schema(), withoutPartition(partition.table()));
  }

  private static String withoutPartition(String table) {
    int mark = table.toLowerCase(Locale.ROOT).indexOf("#p#");
    return mark < 0 ? table : table.substring(0, mark);
  }

  private static Optional<String> decoded(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    int at = 0;
    while (at < name.length()) {
      char c = name.charAt(at);
      if (c != '@') {
        plain.append(c);
        at++;
      } else {
        int end = at + 1 + CODE_DIGITS;
        if (end > name.length() || !name.substring(at + 1, end).matches("[0-9a-f]+")) {
          return Optional.empty();
        }
        plain.append((char) Integer.parseInt(name.substring(at + 1, end), 16));
        at = end;
      }
    }
    return Optional.of(plain.toString());
  }
}
