package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.ArrayList;
import java.util.List;

/** The account does not see all triggers, events and routines. */
final class CodeGrantCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    List<Complaint> complaints = new ArrayList<>();
    if (!server.grants().everywhere("TRIGGER")) {
      complaints.add(
          complaint(server, "trigger", "TRIGGER ON *.*", "It also may create triggers."));
    }
    if (!server.grants().everywhere("EVENT")) {
      complaints.add(complaint(server, "event", "EVENT ON *.*", "It also may create events."));
    }
    if (!seesRoutines(server)) {
      boolean mySql = server.identity().product() == ServerProduct.MYSQL;
      complaints.add(
          complaint(
              server,
              "routine",
              mySql ? "SHOW_ROUTINE ON *.*" : "SELECT ON mysql.proc",
              "It also may read the bodies of all."));
    }
    return complaints;
  }

  private static boolean seesRoutines(ServerFacts server) {
    return switch (server.identity().product()) {
      case MYSQL -> server.grants().everywhere("SHOW_ROUTINE", "SELECT");
      case MARIADB ->
          server.grants().everywhere("SHOW CREATE ROUTINE")
              || server.grants().on("SELECT", "mysql", "proc");
    };
  }

  private static Complaint complaint(
      ServerFacts server, String kind, String privilege, String side) {
    return new Complaint(
        kind + "-grant",
        Weight.PARTIAL,
        "The account does not see the " + kind + "s of all tables and schemas.",
        "Tables that " + kind + "s read and write are missing among those of their statements.",
        new Remedy(List.of("GRANT " + privilege + " TO " + server.account()), side));
  }
}
