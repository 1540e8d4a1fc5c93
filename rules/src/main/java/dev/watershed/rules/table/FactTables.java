package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.List;
import java.util.stream.Stream;

/** The tables that rules of one's own ask; docs/tables.md says their columns. */
public final class FactTables {

  private FactTables() {}

  /**
   * The tables of some facts. Where a change is judged, what would be advised and found about the
   * fleet is not worked out; where the fleet is judged, nothing is new.
   */
  public static List<RowTable<?>> of(FleetFacts facts) {
    List<RowTable<?>> always =
        List.of(
            DataSetsTable.of(facts),
            TablesOfData.of(facts),
            ColumnsOfData.of(facts),
            IndexesOfData.of(facts),
            ForeignKeysOfData.of(facts),
            DigestsTable.of(facts),
            DigestServicesTable.of(facts),
            DigestTablesTable.of(facts),
            ServiceTablesTable.of(facts),
            TransactionsTable.of(facts),
            TransactionTablesTable.of(facts),
            EarlierViolationsTable.of(facts));
    List<RowTable<?>> others =
        facts.change().isPresent()
            ? List.of(
                ChangedTablesTable.of(facts),
                NewStatementsTable.of(facts),
                NewStatementTablesTable.of(facts))
            : List.of(FindingsTable.of(facts), IndexAdviceTable.of(facts));
    return Stream.concat(always.stream(), others.stream()).toList();
  }
}
