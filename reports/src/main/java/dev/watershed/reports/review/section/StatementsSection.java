package dev.watershed.reports.review.section;

import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.compare.ChangesTable;
import dev.watershed.reports.review.compare.StatementChanges;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.workload.LatencyHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Hot statements: every digest, the one that took the most time first. */
public final class StatementsSection {

  /** Percentiles are read from latency buckets 4.7 % wide. */
  private static final int PERCENTILE_DIGITS = 3;

  private StatementsSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    return new Section("statements", words.text("statements.title"), blocks(facts, words));
  }

  private static List<Block> blocks(ReviewFacts facts, PageWords words) {
    List<Block> blocks = new ArrayList<>();
    if (facts.fleet().statements().isEmpty()) {
      blocks.add(
          new Block.Lacking(
              words.text("statements.lacking"), words.text("statements.lacking.how")));
    } else if (facts.series().points() < 2) {
      blocks.add(new Block.Lacking(words.text("series.lacking"), words.text("series.lacking.how")));
    }
    blocks.add(
        new Block.Listing(
            StatementChanges.of(facts, table(facts, words), words),
            words.text("statements.caption")));
    facts
        .earlier()
        .ifPresent(
            earlier ->
                facts
                    .fleet()
                    .compared()
                    .map(compared -> ChangesTable.of(compared.changes(), earlier, words))
                    .ifPresent(
                        changes ->
                            blocks.add(new Block.Listing(changes, words.text("changes.caption")))));
    return blocks;
  }

  private static DataTable table(ReviewFacts facts, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    ReviewNames names = ReviewNames.of(facts, words);
    StatementAdvice advice = StatementAdvice.of(facts);
    facts.fleet().statements().forEach(each -> rows.add(row(each, facts, names, advice, words)));
    return new DataTable(
        "statements", words.text("statements.list"), "digest", columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.of("digest", words.text("column.digest"), ColumnKind.CODE).hidden(),
        new DataColumn(
            "statement", words.text("column.statement"), ColumnKind.CODE, "digest", true),
        DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
        DataColumn.of("time_share", words.text("column.timeShare"), ColumnKind.SHARE),
        DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT),
        DataColumn.of("p50", words.text("column.p50"), ColumnKind.MICROS),
        DataColumn.of("p95", words.text("column.p95"), ColumnKind.MICROS),
        DataColumn.of("examined_per_sent", words.text("column.examinedPerSent"), ColumnKind.RATIO),
        DataColumn.of("load", words.text("column.load"), ColumnKind.SERIES),
        DataColumn.of("advised", words.text("column.advice"), ColumnKind.TEXT),
        DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT).hidden(),
        DataColumn.link("tables", words.text("column.tables"), ColumnKind.LINKS, "table").hidden(),
        DataColumn.link("advice", words.text("column.indexAdvice"), ColumnKind.LINKS, "advice")
            .hidden(),
        DataColumn.of("time", words.text("column.time"), ColumnKind.MICROS).hidden(),
        DataColumn.of("p99", words.text("column.p99"), ColumnKind.MICROS).hidden(),
        DataColumn.of("max", words.text("column.max"), ColumnKind.MICROS).hidden(),
        DataColumn.of("lock_time", words.text("column.lockTime"), ColumnKind.MICROS).hidden(),
        DataColumn.of("rows_sent", words.text("column.rowsSent"), ColumnKind.COUNT).hidden(),
        DataColumn.of("rows_examined", words.text("column.rowsExamined"), ColumnKind.COUNT)
            .hidden(),
        DataColumn.of("rows_affected", words.text("column.rowsAffected"), ColumnKind.COUNT)
            .hidden(),
        DataColumn.of("errors", words.text("column.errors"), ColumnKind.COUNT).hidden(),
        DataColumn.of("full_scans", words.text("column.fullScans"), ColumnKind.COUNT).hidden(),
        DataColumn.of("disk_tables", words.text("column.diskTables"), ColumnKind.COUNT).hidden(),
        DataColumn.of("data_set", words.text("column.dataSet"), ColumnKind.TEXT).hidden(),
        DataColumn.of("latency", words.text("column.latency"), ColumnKind.HISTOGRAM).hidden());
  }

  private static List<Cell> row(
      FleetStatement statement,
      ReviewFacts facts,
      ReviewNames names,
      StatementAdvice advice,
      PageWords words) {
    return List.of(
        Cell.of(statement.digestText()),
        Cell.of(statement.fingerprint()),
        Cell.of(names.services(statement.digest())),
        Cell.of(statement.share()),
        Cell.of(statement.figures().loggedCalls()),
        percentile(statement, Percentiles::p50Micros),
        percentile(statement, Percentiles::p95Micros),
        Cell.of(statement.figures().examinedPerSent()),
        facts.series().points() < 2
            ? Cell.unknown()
            : Cell.series(facts.series().active(statement.digest())),
        Cell.of(advice.words(statement.digest(), words)),
        Cell.of(statement.facts().kind().name().toLowerCase(Locale.ROOT)),
        Cell.of(tables(statement, names)),
        Cell.of(advice.indexes(statement.digest())),
        Cell.of(statement.figures().timeMicros()),
        percentile(statement, Percentiles::p99Micros),
        Cell.of(statement.figures().maxMicros()),
        Cell.of(statement.figures().lockTimeMicros()),
        Cell.of(statement.figures().rowsSent()),
        Cell.of(statement.figures().rowsExamined()),
        effort(statement, Effort::rowsAffected),
        effort(statement, Effort::errors),
        effort(statement, Effort::fullScans),
        effort(statement, Effort::temporaryDiskTables),
        Cell.of(statement.dataSet()),
        latency(statement.figures().histogram()));
  }

  private static List<String> tables(FleetStatement statement, ReviewNames names) {
    return statement.facts().tables().stream()
        .map(NamedTable::table)
        .map(
            table ->
                table
                    .schema()
                    .map(schema -> names.table(statement.dataSet(), schema, table.table()))
                    .orElse(table.qualifiedName()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Cell percentile(FleetStatement statement, ToDoubleFunction<Percentiles> of) {
    return statement
        .figures()
        .percentiles()
        .map(times -> Cell.rounded(of.applyAsDouble(times), PERCENTILE_DIGITS))
        .orElseGet(Cell::unknown);
  }

  private static Cell effort(FleetStatement statement, ToLongFunction<Effort> of) {
    return Cell.of(
        statement.figures().effort().stream()
            .mapToLong(of)
            .mapToObj(OptionalLong::of)
            .findFirst()
            .orElseGet(OptionalLong::empty));
  }

  /** Pairs of a bucket and its count. */
  private static Cell latency(LatencyHistogram histogram) {
    List<Double> pairs = new ArrayList<>();
    histogram.forEachBucket(
        (bucket, count) -> {
          pairs.add((double) bucket);
          pairs.add((double) count);
        });
    return pairs.isEmpty() ? Cell.unknown() : Cell.series(pairs);
  }
}
