package dev.watershed.analyzer.index;

import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables in short: {@code new IndexFixture("shop.orders").primary("id").key("k_a", "a, b(10)
 * desc")}. Every column that an index names is an int.
 */
public final class IndexFixture {

  private final String schema;
  private final String name;
  private final List<IndexDefinition> indexes = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final Set<String> required = new TreeSet<>();
  private String engine = "InnoDB";

  public IndexFixture(String qualifiedName) {
    this.schema = qualifiedName.substring(0, qualifiedName.indexOf('.'));
    this.name = qualifiedName.substring(qualifiedName.indexOf('.') + 1);
  }

  public IndexFixture engine(String other) {
    engine = other;
    return this;
  }

  /** A column that is never NULL. */
  public IndexFixture required(String column) {
    required.add(column);
    return this;
  }

  public IndexFixture primary(String columns) {
    indexes.add(index(IndexDefinition.PRIMARY, columns, true, IndexKind.BTREE, true));
    return this;
  }

  public IndexFixture key(String index, String parts) {
    indexes.add(index(index, parts, false, IndexKind.BTREE, true));
    return this;
  }

  public IndexFixture unique(String index, String parts) {
    indexes.add(index(index, parts, true, IndexKind.BTREE, true));
    return this;
  }

  public IndexFixture fulltext(String index, String parts) {
    indexes.add(index(index, parts, false, IndexKind.FULLTEXT, true));
    return this;
  }

  public IndexFixture spatial(String index, String parts) {
    indexes.add(index(index, parts, false, IndexKind.SPATIAL, true));
    return this;
  }

  public IndexFixture hidden(String index, String parts) {
    indexes.add(index(index, parts, false, IndexKind.BTREE, false));
    return this;
  }

  public IndexFixture references(String columns, String table, String referenced) {
    foreignKeys.add(
        new ForeignKey(
            "fk_" + foreignKeys.size(),
            names(columns),
            Optional.empty(),
            table,
            names(referenced),
            ReferentialAction.NO_ACTION,
            ReferentialAction.NO_ACTION));
    return this;
  }

  public StatisticTable table() {
    TreeSet<String> columns = new TreeSet<>(List.of("id"));
    indexes.forEach(index -> index.parts().forEach(part -> part.column().ifPresent(columns::add)));
    foreignKeys.forEach(key -> columns.addAll(key.columns()));
    return new StatisticTable(
        schema,
        new TableDefinition(
            name,
            TableKind.BASE,
            Optional.of(engine),
            Optional.of("DYNAMIC"),
            Optional.empty(),
            false,
            Optional.empty(),
            columns.stream().map(this::column).toList(),
            indexes,
            foreignKeys,
            List.of()),
        Optional.empty());
  }

  /** An index of {@code a, b(10), c desc}. */
  public static IndexDefinition index(
      String name, String parts, boolean unique, IndexKind kind, boolean visible) {
    return new IndexDefinition(
        name, unique, kind, visible, false, names(parts).stream().map(IndexFixture::part).toList());
  }

  private static IndexPart part(String text) {
    boolean descending = text.endsWith(" desc");
    String column = descending ? text.substring(0, text.length() - 5) : text;
    if (column.startsWith("=")) {
      return new IndexPart(
          Optional.empty(), Optional.of(column.substring(1)), OptionalInt.empty(), descending);
    }
    int open = column.indexOf('(');
    return open < 0
        ? new IndexPart(Optional.of(column), Optional.empty(), OptionalInt.empty(), descending)
        : new IndexPart(
            Optional.of(column.substring(0, open)),
            Optional.empty(),
            OptionalInt.of(Integer.parseInt(column.substring(open + 1, column.length() - 1))),
            descending);
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).toList();
  }

  private ColumnDefinition column(String name) {
    return new ColumnDefinition(
        name,
        "int",
        !required.contains(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        true,
        false);
  }
}
