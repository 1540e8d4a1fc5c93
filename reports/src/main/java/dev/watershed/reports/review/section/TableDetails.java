package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.compare.IndexChanges;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.ArrayList;
import java.util.List;

/** The indexes and foreign keys of all tables, which the pages of tables show. */
public final class TableDetails {

  private TableDetails() {}

  /** The indexes, with how many rows they reached while they were watched. */
  public static DataTable indexes(ReviewFacts facts, PageWords words) {
    ReviewNames names = ReviewNames.of(facts, words);
    List<List<Cell>> rows = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      IndexUsage usage = data.input().usage();
      for (StatisticTable table : data.input().server().tables()) {
        String label = names.table(data.name(), table.schema(), table.definition().name());
        for (IndexDefinition index : table.definition().indexes()) {
          rows.add(
              List.of(
                  Cell.of(label),
                  Cell.of(index.name()),
                  Cell.of(IndexWords.parts(index)),
                  Cell.of(sort(index, words)),
                  Cell.of(usage.reached(table.schema(), table.definition().name(), index.name()))));
        }
      }
    }
    return IndexChanges.of(facts, indexes(rows, words), words);
  }

  private static DataTable indexes(List<List<Cell>> rows, PageWords words) {
    return new DataTable(
        "table_indexes",
        words.text("tables.indexes"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.of("index", words.text("column.index"), ColumnKind.TEXT),
            DataColumn.of("parts", words.text("column.columns"), ColumnKind.TEXT),
            DataColumn.of("sort", words.text("column.kind"), ColumnKind.TEXT),
            DataColumn.of("reached", words.text("column.reached"), ColumnKind.COUNT)),
        rows);
  }

  private static String sort(IndexDefinition index, PageWords words) {
    String sort =
        index.primary()
            ? words.text("index.primary")
            : index.unique() ? words.text("index.unique") : index.kind().key();
    return index.visible() ? sort : sort + ", " + words.text("index.hidden");
  }

  /** The foreign keys. */
  public static DataTable foreignKeys(ReviewFacts facts, PageWords words) {
    ReviewNames names = ReviewNames.of(facts, words);
    List<List<Cell>> rows = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      for (StatisticTable table : data.input().server().tables()) {
        for (ForeignKey key : table.definition().foreignKeys()) {
          rows.add(
              List.of(
                  Cell.of(names.table(data.name(), table.schema(), table.definition().name())),
                  Cell.of(String.join(", ", key.columns())),
                  Cell.of(
                      names.table(
                          data.name(),
                          key.referencedSchema().orElse(table.schema()),
                          key.referencedTable())),
                  Cell.of(String.join(", ", key.referencedColumns())),
                  Cell.of(key.onDelete().key()),
                  Cell.of(key.onUpdate().key())));
        }
      }
    }
    return new DataTable(
        "foreign_keys",
        words.text("tables.foreignKeys"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.of("columns", words.text("column.columns"), ColumnKind.TEXT),
            DataColumn.link("parent", words.text("column.parent"), ColumnKind.LINK, "table"),
            DataColumn.of("parent_columns", words.text("column.parentColumns"), ColumnKind.TEXT),
            DataColumn.of("on_delete", words.text("column.onDelete"), ColumnKind.TEXT),
            DataColumn.of("on_update", words.text("column.onUpdate"), ColumnKind.TEXT)),
        rows);
  }
}
