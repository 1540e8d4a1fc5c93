package dev.watershed.collector.dump;

import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.sql.definition.DataType;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableOptions;
import dev.watershed.workload.catalog.CharacterSets;
import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.Partitioning.Subpartitioning;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a table of its definition: fills in what the definition leaves to the server. */
final class TableResolver {

  private static final Pattern INTEGER_WIDTH =
      Pattern.compile("^(tinyint|smallint|mediumint|int|bigint)\\(\\d+\\)( unsigned)?$");
  private static final long MOST_KEY_BYTES = 3_072;
  private static final String FLAG = "tinyint(1)";
  private static final int WITHOUT_WIDTHS = 80_019;

  private final TableDraft draft;
  private final ServerVersion server;
  private final Collations collations;
  private final Choice around;
  private final ForeignKeyResolver foreignKeyResolver;

  /**
   * @param around the character set of the schema
   */
  TableResolver(
      TableDraft draft, ServerVersion server, Choice around, ForeignKeyResolver foreignKeys) {
    this.draft = draft;
    this.server = server;
    this.collations = new Collations(server);
    this.around = around;
    this.foreignKeyResolver = foreignKeys;
  }

  TableDefinition resolve() {
    TableOptions options = draft.options();
    Choice own = collations.choose(options.charset(), options.collation(), false, around);
    IndexResolver indexes = new IndexResolver(draft, server);
    List<IndexDefinition> resolved = new ArrayList<>(withWholeColumns(indexes.resolve()));
    List<ForeignKey> foreignKeys = foreignKeyResolver.resolve();
    indexes.addForForeignKeys(foreignKeys, resolved);
    resolved.replaceAll(this::withShortenedTexts);
    resolved.sort(Comparator.comparing(index -> !index.primary()));
    Set<String> primary = new HashSet<>();
    resolved.stream()
        .filter(IndexDefinition::primary)
        .flatMap(index -> index.parts().stream())
        .flatMap(part -> part.column().stream())
        .map(TableResolver::folded)
        .forEach(primary::add);
    return new TableDefinition(
        draft.name(),
        kind(options),
        options.engine(),
        options.rowFormat().filter(format -> !format.equals("DEFAULT")),
        own.collation(),
        options.commented(),
        options.partitions().map(TableResolver::partitioning),
        draft.columns().stream()
            .map(column -> column(column, own, primary.contains(folded(column.name()))))
            .toList(),
        resolved,
        foreignKeys,
        checks());
  }

  private TableKind kind(TableOptions options) {
    if (draft.sequence()) {
      return TableKind.SEQUENCE;
    }
    return options.systemVersioned() ? TableKind.SYSTEM_VERSIONED : TableKind.BASE;
  }

  private ColumnDefinition column(TableElement.Column column, Choice table, boolean primary) {
    DataType type = column.type();
    Choice choice =
        type.textual()
            ? collations.choose(type.charset(), column.collation(), type.binaryCollation(), table)
            : Choice.UNKNOWN;
    return new ColumnDefinition(
        column.name(),
        type(type.text()),
        !primary && column.nullable().orElse(true),
        choice.charset(),
        choice.collation(),
        column.defaultValue(),
        column.updatedToNow(),
        column.autoIncrement(),
        column.generated().map(expression -> new GeneratedValue(expression, column.stored())),
        column.visible(),
        column.commented());
  }

  /** MySQL drops the widths of integers from 8.0.19 on, but for flags and zeros. */
  private String type(String written) {
    boolean keeps = server.mariaDb() || server.isMySqlBefore(WITHOUT_WIDTHS);
    if (server.mariaDb() && written.equals("geomcollection")) {
      return "geometrycollection";
    }
    if (keeps || written.equals(FLAG)) {
      return keeps ? IntegerWidths.with(written) : written;
    }
    return INTEGER_WIDTH.matcher(written).replaceFirst("$1$2");
  }

  /** A prefix that is as long as its column is none. */
  private List<IndexDefinition> withWholeColumns(List<IndexDefinition> indexes) {
    return indexes.stream()
        .map(
            index ->
                new IndexDefinition(
                    index.name(),
                    index.unique(),
                    index.kind(),
                    index.visible(),
                    index.commented(),
                    index.parts().stream().map(this::withWholeColumn).toList()))
        .toList();
  }

  /** MariaDB shortens a key of a long text that has no length to what an index holds. */
  private IndexDefinition withShortenedTexts(IndexDefinition index) {
    if (!server.mariaDb() || index.unique() || index.kind() != IndexKind.BTREE) {
      return index;
    }
    return new IndexDefinition(
        index.name(),
        false,
        index.kind(),
        index.visible(),
        index.commented(),
        index.parts().stream().map(this::shortened).toList());
  }

  private IndexPart shortened(IndexPart part) {
    if (part.prefixLength().isPresent()) {
      return part;
    }
    return draft.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(part.column().orElse("")))
        .filter(column -> TextType.isLong(column.type().text()))
        .findFirst()
        .map(
            column ->
                new IndexPart(part.column(), part.expression(), mostOf(column), part.descending()))
        .orElse(part);
  }

  private OptionalInt mostOf(TableElement.Column column) {
    Choice own =
        collations.choose(draft.options().charset(), draft.options().collation(), false, around);
    Choice choice =
        collations.choose(
            column.type().charset(), column.collation(), column.type().binaryCollation(), own);
    int bytes =
        column.type().textual()
            ? choice.charset().map(CharacterSets::bytesPerCharacter).orElse(1)
            : 1;
    return OptionalInt.of(
        (int) Math.min(MOST_KEY_BYTES, TextType.mostBytes(column.type().text())) / bytes);
  }

  private IndexPart withWholeColumn(IndexPart part) {
    boolean whole =
        part.prefixLength().isPresent()
            && draft.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(part.column().orElse("")))
                .anyMatch(
                    column ->
                        column
                            .type()
                            .text()
                            .matches(
                                "(var)?(char|binary)\\(" + part.prefixLength().getAsInt() + "\\)"));
    return whole
        ? new IndexPart(part.column(), part.expression(), OptionalInt.empty(), part.descending())
        : part;
  }

  private List<CheckConstraint> checks() {
    List<CheckConstraint> checks = new ArrayList<>();
    for (TableElement.Check check : draft.checks()) {
      String unnamed = server.mariaDb() ? "" : draft.name() + "_chk_" + (checks.size() + 1);
      checks.add(
          new CheckConstraint(check.name().orElse(unnamed), check.expression(), check.enforced()));
    }
    return checks;
  }

  private static Partitioning partitioning(TableOptions.Partitions how) {
    return new Partitioning(
        how.method(),
        how.expression(),
        how.subMethod()
            .map(method -> new Subpartitioning(method, how.subExpression(), how.subCount())),
        how.list().stream().map(part -> new Partition(part.name(), part.bound())).toList());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The server's name for what has none, such as {@code a_2}. */
  static String freeName(String wanted, Set<String> taken) {
    String free = wanted;
    for (int number = 2; !taken.add(folded(free)); number++) {
      free = wanted + "_" + number;
    }
    return free;
  }
}
