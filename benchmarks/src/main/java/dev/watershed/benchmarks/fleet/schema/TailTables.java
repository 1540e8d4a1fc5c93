package dev.watershed.benchmarks.fleet.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The many small tables that twelve years leave behind: entity × aspect, with a parent each, most
 * of them small or empty. They are built without any planted problem: a key in every table, types
 * that fit their parents', an index for every parent, no index that another one holds.
 */
final class TailTables {

  private static final List<String> ASPECTS =
      List.of(
          "note",
          "history",
          "setting",
          "tag",
          "photo",
          "import",
          "export",
          "request",
          "summary",
          "option",
          "rule",
          "label",
          "link",
          "memo",
          "draft",
          "snapshot",
          "counter",
          "schedule",
          "alert",
          "template",
          "translation",
          "attachment",
          "approval",
          "comment",
          "batch_run",
          "queue_item",
          "preference",
          "mapping",
          "limit",
          "audit_entry");

  private static final List<Column> COLUMNS =
      List.of(
              "title words 3",
              "body text 20",
              "status pick active,pending,closed,hidden",
              "sort_order int 0..100",
              "amount int 0..90000",
              "remark? words 6",
              "locale pick ja,en,ko,zh",
              "priority int 1..5",
              "is_deleted flag 5",
              "payload json",
              "started_at past 300",
              "ended_at? past 200",
              "operator_name person",
              "external_code code X",
              "quantity int 1..40",
              "channel pick web,app,desk,partner",
              "rate_percent int 0..100",
              "checked_at? past 60",
              "version int 1..9")
          .stream()
          .map(Column::parse)
          .toList();

  private static final double EMPTY = 0.55;
  private static final double CONSTRAINED = 0.4;
  private static final int MOST_ROWS = 800;

  private final SchemaPlan plan;
  private final Random random;
  private final Set<String> taken;
  private final List<Table> parents;

  /**
   * For one schema.
   *
   * @param core its tables that are written out; children hang on those that have rows and an id
   */
  TailTables(SchemaPlan plan, List<Table> core, Random random) {
    this.plan = plan;
    this.random = random;
    this.taken =
        core.stream().map(table -> table.name().table()).collect(Collectors.toUnmodifiableSet());
    this.parents = new ArrayList<>(core.stream().filter(TailTables::canBeParent).toList());
  }

  private static boolean canBeParent(Table table) {
    Column first = table.columns().get(0);
    return table.rows() > 0
        && first.kind() == ColumnKind.ID
        && first.type().equals(ColumnKind.ID.type())
        && table.autoIncrement().isEmpty();
  }

  /** So many tables. */
  List<Table> tables(int count) {
    List<String> names = new ArrayList<>();
    for (String entity : plan.entities()) {
      for (String aspect : ASPECTS) {
        names.add(entity + "_" + plural(aspect));
      }
    }
    names.removeAll(taken);
    if (names.size() < count) {
      throw new IllegalArgumentException(plan.name() + " has names for " + names.size());
    }
    Collections.shuffle(names, random);
    List<Table> tables = new ArrayList<>();
    for (String name : names.subList(0, count)) {
      Table table = table(new TableName(plan.name(), name));
      tables.add(table);
      if (canBeParent(table)) {
        parents.add(table);
      }
    }
    return tables;
  }

  private Table table(TableName name) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("id", ColumnKind.ID, ""));
    List<Index> indexes = new ArrayList<>();
    List<ForeignKey> foreignKeys = new ArrayList<>();
    if (!parents.isEmpty()) {
      TableName parent = parents.get(random.nextInt(parents.size())).name();
      String column = singular(parent.table()) + "_id";
      columns.add(Column.of(column, ColumnKind.REF, parent.toString()));
      indexes.add(new Index("ix_" + column, false, List.of(column)));
      if (random.nextDouble() < CONSTRAINED) {
        foreignKeys.add(new ForeignKey("fk_" + name.table(), column, parent, false));
      }
    }
    new TreeSet<>(random.ints(8, 0, COLUMNS.size()).boxed().toList())
        .forEach(each -> columns.add(COLUMNS.get(each)));
    columns.stream()
        .filter(column -> column.kind() == ColumnKind.CODE)
        .forEach(
            column -> indexes.add(new Index("uk_" + column.name(), true, List.of(column.name()))));
    columns.add(Column.parse("created_at past 400"));
    columns.add(Column.parse("updated_at past 90"));
    return new Table(
        name,
        rows(),
        columns,
        List.of("id"),
        indexes,
        foreignKeys,
        Optional.empty(),
        Optional.empty());
  }

  private int rows() {
    return random.nextDouble() < EMPTY
        ? 0
        : 1 + (int) (MOST_ROWS * Math.pow(random.nextDouble(), 4));
  }

  private static String plural(String word) {
    return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  private static String singular(String word) {
    return word.endsWith("ies")
        ? word.substring(0, word.length() - 3) + "y"
        : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
