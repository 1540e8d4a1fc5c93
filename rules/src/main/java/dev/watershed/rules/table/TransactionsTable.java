package dev.watershed.rules.table;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** {@code transactions}: a row per service, set of data and set of digests that ran together. */
final class TransactionsTable {

  private TransactionsTable() {}

  /**
   * A class of transactions.
   *
   * @param row of the classes
   */
  record Row(CouplingInput input, int row) {

    TransactionClasses classes() {
      return input.transactions();
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("transactions", columns(), () -> rows(facts.coupling().input()));
  }

  private static List<Row> rows(CouplingInput input) {
    return IntStream.range(0, input.transactions().size())
        .mapToObj(row -> new Row(input, row))
        .toList();
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("transaction_class", row -> id(row.classes(), row.row())),
        RowColumn.known(
            "service", row -> ServiceNames.of(row.input(), row.classes().party(row.row()))),
        RowColumn.text("data_set", row -> row.classes().dataSet(row.row())),
        RowColumn.count("transactions", row -> row.classes().transactions(row.row())),
        RowColumn.count("open_time_micros", row -> row.classes().openTimeMicros(row.row())),
        RowColumn.count("statements", row -> row.classes().statements(row.row())),
        RowColumn.flag("partial", row -> row.classes().partial(row.row())));
  }

  /** What tells a class from others of its service and set of data. */
  static String id(TransactionClasses classes, int row) {
    return String.format(Locale.ROOT, "%016x", classes.classId(row));
  }
}
