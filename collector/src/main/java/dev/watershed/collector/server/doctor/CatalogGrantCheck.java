package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.catalog.CatalogGrant;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** The account does not see every table. */
final class CatalogGrantCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    if (server.has(CatalogGrant.TABLES)) {
      return List.of();
    }
    return List.of(
        new Complaint(
            "catalog-grant",
            Weight.PARTIAL,
            "The account sees only tables on which it has a privilege, and the server does not say"
                + " that there are others.",
            "No table or index is ever called unused, missing or redundant; owners and plans are"
                + " incomplete.",
            Remedy.run(server.statement(CatalogGrant.TABLES))));
  }
}
