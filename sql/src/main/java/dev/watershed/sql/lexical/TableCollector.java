package dev.watershed.sql.lexical;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables met so far, in order. Whether one is written may show only later in the text. */
final class TableCollector {

  /** A table met at one place of the text. */
  static final class Mention {
    private final TableName name;
    private TableUse use;
    private final Set<RowAction> actions = EnumSet.noneOf(RowAction.class);
    private final List<Set<String>> assigned = new ArrayList<>();

    private Mention(TableName name, TableUse use) {
      this.name = name;
      this.use = use;
    }

    TableName name() {
      return name;
    }

    /** Rows of the table are inserted or deleted. */
    void isWritten(RowAction action) {
      use = TableUse.WRITE;
      actions.add(action);
    }

    /** These columns of rows of the table are assigned; the sets are not copied. */
    void isUpdated(List<Set<String>> columns) {
      isWritten(RowAction.UPDATE);
      assigned.addAll(columns);
    }

    private Stream<TableAction> actions() {
      Set<RowAction> known =
          actions.isEmpty()
              ? Set.of(use == TableUse.READ ? RowAction.READ : RowAction.DEFINE)
              : actions;
      return known.stream()
          .map(
              action ->
                  new TableAction(
                      name.schema(),
                      name.table(),
                      action,
                      action == RowAction.UPDATE ? columns() : Set.of()));
    }

    private Set<String> columns() {
      return assigned.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
  }

  private final List<Mention> mentions = new ArrayList<>();
  private int statementStart;

  Mention add(TableName name, TableUse use) {
    Mention mention = new Mention(name, use);
    mentions.add(mention);
    return mention;
  }

  void beginStatement() {
    statementStart = mentions.size();
  }

  /** The statement that ends here changes nothing: its tables are read. */
  void onlyReads() {
    for (Mention mention : mentions.subList(statementStart, mentions.size())) {
      mention.use = TableUse.READ;
      mention.actions.clear();
    }
  }

  /** What is done to the tables, each action once. */
  List<TableAction> actions() {
    return mentions.stream().flatMap(Mention::actions).distinct().toList();
  }

  List<TableReference> references() {
    Set<TableReference> distinct = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      distinct.add(new TableReference(mention.name.schema(), mention.name.table(), mention.use));
    }
    return List.copyOf(distinct);
  }
}
