package dev.watershed.sql.resolve;

import dev.watershed.sql.fingerprint.KeywordNames;
import dev.watershed.sql.parse.NameCode;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;

/** Names as the parser's tree holds them, without their quotes. */
final class Names {

  private Names() {}

  static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("`") && name.endsWith("`");
    return quoted ? NameCode.decoded(name.substring(1, name.length() - 1)) : name;
  }

  /**
   * By which names are compared that have no letter case. Nor does it matter which of several words
   * was written that the canonical text shows alike.
   */
  static String key(String name) {
    return KeywordNames.printed(name);
  }

  static Optional<String> alias(Alias alias) {
    return Optional.ofNullable(alias).map(known -> unquoted(known.getName()));
  }

  static String table(Table table) {
    return unquoted(table.getName());
  }

  static Optional<String> schema(Table table) {
    return Optional.ofNullable(table.getSchemaName()).map(Names::unquoted);
  }

  static String column(Column column) {
    return unquoted(column.getColumnName());
  }

  /** What qualifies a column, if anything does. */
  static Optional<Table> qualifier(Column column) {
    return Optional.ofNullable(column.getTable()).filter(table -> table.getName() != null);
  }

  /** A function's name in upper case, without a schema. */
  static String function(Function function) {
    String name = function.getName();
    int dot = name.lastIndexOf("`.`");
    return unquoted(dot < 0 ? name : name.substring(dot + 2)).toUpperCase(Locale.ROOT);
  }
}
