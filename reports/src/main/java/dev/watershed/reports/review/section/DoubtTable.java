package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.InputQuality;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ranking.QualityFacts;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * The table of what is lost, lumped, inherited, inferred or unattributed; what there is nothing of
 * stands in it too, so that nobody has to wonder.
 */
final class DoubtTable {

  /** Where the columns of shares begin. */
  private static final int SHARES = 3;

  private final List<List<Cell>> rows = new ArrayList<>();
  private final PageWords words;
  private final double allCalls;
  private final double allMicros;

  private DoubtTable(InputQuality.Amount all, PageWords words) {
    this.words = words;
    this.allCalls = all.calls();
    this.allMicros = all.timeMicros();
  }

  static DataTable of(ReviewFacts facts, PageWords words) {
    DataTable now = of(facts.span().ranking().quality(), facts.fleet().coupling(), words);
    return facts
        .earlier()
        .map(
            earlier ->
                beside(
                    now,
                    of(earlier.span().ranking().quality(), earlier.fleet().coupling(), words),
                    words))
        .orElse(now);
  }

  /** With the shares of the earlier span. */
  private static DataTable beside(DataTable now, DataTable then, PageWords words) {
    Map<Cell, List<Cell>> shares = new HashMap<>();
    then.rows().forEach(row -> shares.put(row.get(0), row.subList(SHARES, row.size())));
    return now.with(
        List.of(
            DataColumn.of("call_share_then", words.text("column.callShareThen"), ColumnKind.SHARE),
            DataColumn.of("time_share_then", words.text("column.timeShareThen"), ColumnKind.SHARE)),
        row -> shares.get(row.get(0)));
  }

  private static DataTable of(QualityFacts ranking, CouplingFacts coupling, PageWords words) {
    InputQuality input = coupling.input().quality();
    DoubtTable table = new DoubtTable(input.all(), words);
    table.share("unattributed", ranking.unattributedShare());
    table.share("lumpedDigests", ranking.lumpedDigestShare());
    table.share("lumpedAccounts", ranking.lumpedAccountShare());
    table.share("lumpedSchemas", ranking.lumpedSchemaShare());
    table.calls("inheritedSchema", ranking.inheritedSchemaCalls());
    table.calls("untimed", ranking.untimedCalls());
    table.amount("partial", input.partial());
    table.amount("truncated", input.truncated());
    table.amount("unknownSchema", input.unknownSchema());
    table.amount("missingTable", input.missingTable());
    table.amount("lumpedTexts", input.lumped());
    table.amount("definitions", input.definitions());
    UseMatrix matrix = coupling.matrix();
    table.uses("inferredReads", sum(matrix, matrix::inferredReads));
    table.uses("inferredWrites", sum(matrix, matrix::inferredWrites));
    table.uses("partialTransactions", input.transactions().partial());
    table.uses("lumpedTransactions", input.transactions().lumped());
    return new DataTable("doubts", words.text("quality.doubts"), columns(words), table.rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.of("what", words.text("column.doubt"), ColumnKind.TEXT),
        DataColumn.of("statements", words.text("column.statements"), ColumnKind.COUNT),
        DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT),
        DataColumn.of("call_share", words.text("column.callShare"), ColumnKind.SHARE),
        DataColumn.of("time_share", words.text("column.shareOfTime"), ColumnKind.SHARE));
  }

  private void share(String what, OptionalDouble share) {
    row(what, Cell.unknown(), Cell.unknown(), Cell.unknown(), Cell.of(share));
  }

  private void calls(String what, double calls) {
    row(what, Cell.unknown(), Cell.of(calls), part(calls, allCalls), Cell.unknown());
  }

  private void uses(String what, double calls) {
    row(what, Cell.unknown(), Cell.of(calls), Cell.unknown(), Cell.unknown());
  }

  private void amount(String what, InputQuality.Amount amount) {
    row(
        what,
        Cell.of(amount.statements()),
        Cell.of(amount.calls()),
        part(amount.calls(), allCalls),
        part(amount.timeMicros(), allMicros));
  }

  private void row(String what, Cell statements, Cell calls, Cell callShare, Cell timeShare) {
    rows.add(
        List.of(Cell.of(words.text("doubt." + what)), statements, calls, callShare, timeShare));
  }

  private static Cell part(double part, double all) {
    return all > 0 ? Cell.of(part / all) : Cell.unknown();
  }

  private static double sum(UseMatrix matrix, IntToDoubleFunction of) {
    double sum = 0;
    for (int cell = 0; cell < matrix.size(); cell++) {
      sum += of.applyAsDouble(cell);
    }
    return sum;
  }
}
