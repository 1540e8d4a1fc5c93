package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.ArrayList;
import java.util.List;

/** The slow log is to be read from its table, and that is not written or may not be read. */
final class SlowLogTableCheck implements Check {

  private static final String CHECK = "slow-log-table";
  private static final String UNKNOWN =
      "Whose the statements are, and which ran together, is unknown: no slow log is read.";

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    if (!server.slowLogInTable()) {
      return List.of();
    }
    List<Complaint> complaints = new ArrayList<>();
    if (!server.grants().on("SELECT", "mysql", "slow_log")) {
      complaints.add(
          complaint(
              "-grant",
              "The account may not read the table mysql.slow_log.",
              Remedy.run("GRANT SELECT ON mysql.slow_log TO " + server.account())));
    }
    if (server.settings().isOff(Setting.SLOW_QUERY_LOG)) {
      complaints.add(
          complaint("", "The slow log is off.", Remedy.run(global(server, "slow_query_log = ON"))));
    }
    if (server.settings().text(Setting.LOG_OUTPUT).filter(SlowLogTableCheck::noTable).isPresent()) {
      complaints.add(
          complaint(
              "-output",
              "log_output lacks TABLE, so that nothing is written to mysql.slow_log.",
              new Remedy(
                  List.of(global(server, "log_output = 'FILE,TABLE'")),
                  "The table is not rotated by itself: empty or rename it before it is long.")));
    }
    return complaints;
  }

  private static boolean noTable(String output) {
    return !output.contains("TABLE");
  }

  private static Complaint complaint(String suffix, String lack, Remedy remedy) {
    return new Complaint(CHECK + suffix, Weight.PARTIAL, lack, UNKNOWN, remedy);
  }

  private static String global(ServerFacts server, String setting) {
    boolean lasting = server.identity().product() == ServerProduct.MYSQL;
    return (lasting ? "SET PERSIST " : "SET GLOBAL ") + setting;
  }
}
