package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.ColumnRetyped;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;

/** What tells whether a server can give a column another type without touching rows. */
final class Retyping {

  private static final int ONE_LENGTH_BYTE = 255;

  /** A value up to here has one length byte whatever its type. */
  private static final int ALWAYS_ONE_LENGTH_BYTE = 127;

  private final ColumnDefinition before;
  private final ColumnDefinition after;
  private final boolean indexed;

  Retyping(ColumnRetyped change, TableDefinition table) {
    this.before = change.before();
    this.after = change.after();
    this.indexed =
        table.indexes().stream()
            .flatMap(index -> index.parts().stream())
            .anyMatch(part -> before.name().equalsIgnoreCase(part.column().orElse("")));
  }

  boolean indexed() {
    return indexed;
  }

  boolean sameCollation() {
    return before.charset().equals(after.charset()) && before.collation().equals(after.collation());
  }

  /** Whether both collations are the same but for their character sets. */
  boolean sameRules() {
    return rules(before).equals(rules(after));
  }

  private static String rules(ColumnDefinition column) {
    String collation = column.collation().orElse("");
    return collation.substring(collation.indexOf('_') + 1);
  }

  /** Whether every text of the old character set is the same bytes in the new one. */
  boolean widerCharset() {
    String from = before.charset().orElse("");
    String to = after.charset().orElse("");
    return from.equals(to)
        || (from.equals("utf8mb3") && to.equals("utf8mb4"))
        || (from.equals("ascii") && to.startsWith("utf8"));
  }

  boolean sameType() {
    return TypeChange.stored(before.type()).equals(TypeChange.stored(after.type()));
  }

  /** VARCHAR or VARBINARY that holds as much or more. */
  boolean longerVariable() {
    String base = TypeChange.base(before);
    return (base.equals("varchar") || base.equals("varbinary"))
        && base.equals(TypeChange.base(after))
        && TypeChange.characters(after) >= TypeChange.characters(before);
  }

  /** Whether the length of values takes as many bytes as before. */
  boolean sameLengthBytes() {
    boolean variable = TypeChange.base(before).startsWith("var");
    return !variable
        || (TypeChange.bytes(before) > ONE_LENGTH_BYTE)
            == (TypeChange.bytes(after) > ONE_LENGTH_BYTE);
  }

  /** Whether no value of the old type can have a second length byte. */
  boolean shortLengths() {
    return TypeChange.bytes(before) <= ALWAYS_ONE_LENGTH_BYTE;
  }

  /** ENUM or SET with members behind the old ones, stored in as many bytes. */
  boolean appendedMembers() {
    String base = TypeChange.base(before);
    if (!base.equals(TypeChange.base(after)) || !(base.equals("enum") || base.equals("set"))) {
      return false;
    }
    List<String> old = TypeChange.members(before);
    List<String> all = TypeChange.members(after);
    return all.size() >= old.size()
        && all.subList(0, old.size()).equals(old)
        && size(base, old.size()) == size(base, all.size());
  }

  private static int size(String base, int members) {
    if (base.equals("enum")) {
      return members > ONE_LENGTH_BYTE ? 2 : 1;
    }
    int bytes = (members + 7) / 8;
    return bytes > 4 ? 8 : bytes;
  }
}
