package dev.watershed.reports.review.compare;

import dev.watershed.reports.IndexWords;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the indexes of two spans differ: which were made and dropped, and how they were used. */
public final class IndexChanges {

  /** An index of both spans whose use changed. */
  private record Moved(
      SeenIndexes.Index index, ChangeWord change, SeenIndex before, SeenIndex now) {

    double rows() {
      return Math.abs(now.perSecond() - before.perSecond());
    }
  }

  /** What fell out of use first, then what came into use, then what moved most. */
  private static final Comparator<Moved> ORDER =
      Comparator.comparingInt((Moved each) -> rank(each.change()))
          .thenComparing(Comparator.comparingDouble(Moved::rows).reversed());

  private IndexChanges() {}

  /** What there is to say; how to collect it where no span knows how indexes are used. */
  public static List<Block> of(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    SeenIndexes then = new SeenIndexes(earlier.fleet());
    SeenIndexes now = new SeenIndexes(facts.fleet());
    List<Block> blocks = new ArrayList<>();
    if (then.watched() && now.watched()) {
      blocks.add(
          new Block.Listing(
              facts.concerning(used(facts, then, now, words), ReviewOwner.Subject.TABLE),
              words.text("changes.indexUse.caption")));
    } else {
      blocks.add(
          new Block.Lacking(
              words.text("changes.indexUse.lacking"), words.text("changes.indexUse.how")));
    }
    blocks.add(
        new Block.Listing(
            facts.concerning(made(facts, then, now, words), ReviewOwner.Subject.TABLE),
            words.text("changes.indexes.caption")));
    return blocks;
  }

  /**
   * The indexes of tables with the use of both spans.
   *
   * @param table whose first two columns are the label of a table and the name of an index
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    SeenIndexes then = new SeenIndexes(facts.earlier().get().fleet());
    SeenIndexes now = new SeenIndexes(facts.fleet());
    Map<List<String>, SeenIndexes.Index> byLabel = new HashMap<>();
    now.all().forEach(each -> byLabel.put(List.of(label(facts, each), shown(each)), each));
    return table.with(
        rates(words),
        row -> {
          SeenIndexes.Index index = byLabel.get(List.of(CellKey.of(row, 0), CellKey.of(row, 1)));
          Optional<SeenIndex> before = then.use(index.name());
          return List.of(
              SeenIndex.change(before, index.use()).cell(words), rate(before), rate(index.use()));
        });
  }

  private static DataTable used(
      ReviewFacts facts, SeenIndexes then, SeenIndexes now, PageWords words) {
    List<Moved> moved = new ArrayList<>();
    for (SeenIndexes.Index index : now.all()) {
      Optional<SeenIndex> before = then.use(index.name());
      ChangeWord change = SeenIndex.change(before, index.use());
      if (change.changed()) {
        moved.add(new Moved(index, change, before.orElseThrow(), index.use().orElseThrow()));
      }
    }
    moved.sort(ORDER);
    List<DataColumn> columns = new ArrayList<>(columns(words));
    columns.addAll(rates(words));
    return new DataTable(
        "changed_index_use",
        words.text("changes.indexUse"),
        columns,
        moved.stream()
            .map(
                each ->
                    List.of(
                        Cell.of(label(facts, each.index())),
                        Cell.of(each.index().definition().name()),
                        Cell.of(IndexWords.parts(each.index().definition())),
                        each.change().cell(words),
                        Cell.of(each.before().perSecond()),
                        Cell.of(each.now().perSecond())))
            .toList());
  }

  private static DataTable made(
      ReviewFacts facts, SeenIndexes then, SeenIndexes now, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    only(facts, now, then, ChangeWord.NEW, words, rows);
    only(facts, then, now, ChangeWord.GONE, words, rows);
    List<DataColumn> columns = new ArrayList<>(columns(words));
    columns.add(DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT));
    return new DataTable("changed_indexes", words.text("changes.indexes"), columns, rows);
  }

  private static void only(
      ReviewFacts facts,
      SeenIndexes own,
      SeenIndexes other,
      ChangeWord word,
      PageWords words,
      List<List<Cell>> rows) {
    for (SeenIndexes.Index index : own.all()) {
      if (other.knows(index.name().dataSet()) && other.find(index.name()).isEmpty()) {
        rows.add(
            List.of(
                Cell.of(label(facts, index)),
                Cell.of(index.definition().name()),
                Cell.of(IndexWords.parts(index.definition())),
                word.cell(words)));
      }
    }
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
        DataColumn.of("index", words.text("column.index"), ColumnKind.TEXT),
        DataColumn.of("parts", words.text("column.columns"), ColumnKind.TEXT));
  }

  private static List<DataColumn> rates(PageWords words) {
    return List.of(
        DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
        DataColumn.of("rows_before", words.text("column.reachedBefore"), ColumnKind.RATE),
        DataColumn.of("rows_now", words.text("column.reachedNow"), ColumnKind.RATE));
  }

  private static Cell rate(Optional<SeenIndex> use) {
    return use.map(each -> Cell.of(each.perSecond())).orElseGet(Cell::unknown);
  }

  private static String label(ReviewFacts facts, SeenIndexes.Index index) {
    SeenIndexes.Name name = index.name();
    return VisibleText.of(
        facts
            .fleet()
            .coupling()
            .input()
            .tables()
            .label(name.dataSet(), name.schema(), name.table()));
  }

  private static String shown(SeenIndexes.Index index) {
    return VisibleText.of(index.definition().name());
  }

  private static int rank(ChangeWord change) {
    return switch (change) {
      case GONE -> 0;
      case NEW -> 1;
      default -> 2;
    };
  }
}
