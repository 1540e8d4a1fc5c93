package dev.watershed.collector.dump;

import dev.watershed.sql.definition.DataType;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a server makes of elements before it looks at the rest of the table. */
final class NewElements {

  /** MySQL passes over foreign keys in the definitions of columns before. */
  private static final int INLINE_REFERENCES = 90_000;

  private static final DataType JSON_OF_MARIADB =
      new DataType("longtext", true, Optional.of("utf8mb4"), false, false);

  /** The server keeps the number that a word for it means. */
  private static final String LITERAL = "?";

  private final String table;
  private final ServerVersion server;

  NewElements(String table, ServerVersion server) {
    this.table = table;
    this.server = server;
  }

  /**
   * The elements as the server keeps them, checks with their names.
   *
   * @param others checks that are there already
   */
  List<TableElement> kept(List<TableElement> written, List<Check> others) {
    List<Check> checks = new ArrayList<>(others);
    List<TableElement> kept = new ArrayList<>();
    for (TableElement element : written) {
      if (element instanceof Column column && isMariaDbJson(column)) {
        kept.add(column(column));
        Check valid = new Check(Optional.of(""), jsonCheck(column.name()), true, true);
        kept.add(valid);
      } else if (element instanceof Column column) {
        kept.add(column(column));
      } else if (element instanceof Check check) {
        Check named = AlteredConstraints.named(check, table, checks, server);
        refuseTaken(named, checks);
        checks.add(named);
        kept.add(named);
      } else if (!isPassedOver(element)) {
        kept.add(element);
      }
    }
    return kept;
  }

  /** A column as the server keeps it. */
  Column column(Column column) {
    Column kept =
        isMariaDbJson(column)
            ? Columns.withType(column, JSON_OF_MARIADB, Optional.of("utf8mb4_bin"))
            : column;
    boolean constant =
        kept.defaultValue()
            .filter(text -> text.toLowerCase(Locale.ROOT).matches("true|false"))
            .isPresent();
    return constant ? Columns.withDefault(kept, Optional.of(LITERAL)) : kept;
  }

  static String jsonCheck(String column) {
    return "json_valid(`" + column + "`)";
  }

  boolean isMariaDbJson(Column column) {
    return server.mariaDb() && column.type().text().equals("json");
  }

  private boolean isPassedOver(TableElement element) {
    return element instanceof Reference reference
        && reference.ofColumn()
        && server.isMySqlBefore(INLINE_REFERENCES);
  }

  private void refuseTaken(Check named, List<Check> others) {
    boolean taken =
        !named.name().equals(Optional.of(""))
            && others.stream().anyMatch(other -> other.name().equals(named.name()));
    if (taken) {
      throw new IllegalArgumentException(
          "table '" + table + "' has a check '" + named.name().orElse("") + "' already");
    }
  }
}
