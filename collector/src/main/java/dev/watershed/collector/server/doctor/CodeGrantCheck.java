package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.catalog.CatalogGrant;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.ArrayList;
import java.util.List;

/** The account does not see all triggers, events and routines. */
final class CodeGrantCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    List<Complaint> complaints = new ArrayList<>();
    add(complaints, server, CatalogGrant.TRIGGERS, "trigger", "It also may create triggers.");
    add(complaints, server, CatalogGrant.EVENTS, "event", "It also may create events.");
    add(
        complaints,
        server,
        CatalogGrant.ROUTINES,
        "routine",
        "It also may read the bodies of all.");
    return complaints;
  }

  private static void add(
      List<Complaint> complaints,
      ServerFacts server,
      CatalogGrant grant,
      String kind,
      String side) {
    if (server.has(grant)) {
      return;
    }
    complaints.add(
        new Complaint(
            kind + "-grant",
            Weight.PARTIAL,
            "The account does not see the " + kind + "s of all tables and schemas.",
            "Tables that " + kind + "s read and write are missing among those of their statements.",
            new Remedy(List.of(server.statement(grant)), side)));
  }
}
