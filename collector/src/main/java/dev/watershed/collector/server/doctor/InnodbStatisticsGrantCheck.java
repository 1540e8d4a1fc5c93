package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.ArrayList;
import java.util.List;

/** The account may not read InnoDB's own statistics. */
final class InnodbStatisticsGrantCheck implements Check {

  private static final List<String> TABLES = List.of("innodb_table_stats", "innodb_index_stats");

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    List<String> statements = new ArrayList<>();
    for (String table : TABLES) {
      if (!server.grants().on("SELECT", "mysql", table)) {
        statements.add("GRANT SELECT ON mysql." + table + " TO " + server.account());
      }
    }
    return statements.isEmpty()
        ? List.of()
        : List.of(
            new Complaint(
                "innodb-statistics-grant",
                Weight.PARTIAL,
                "The account may not read InnoDB's statistics.",
                "Sizes of indexes are unknown, and rows per key are the optimizer's estimates.",
                new Remedy(statements, "")));
  }
}
