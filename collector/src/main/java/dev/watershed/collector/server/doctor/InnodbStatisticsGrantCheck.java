package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.catalog.CatalogGrant;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** The account may not read InnoDB's own statistics. */
final class InnodbStatisticsGrantCheck implements Check {

  private static final List<CatalogGrant> NEEDED =
      List.of(CatalogGrant.INNODB_TABLES, CatalogGrant.INNODB_INDEXES);

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    List<String> statements =
        NEEDED.stream().filter(grant -> !server.has(grant)).map(server::statement).toList();
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
