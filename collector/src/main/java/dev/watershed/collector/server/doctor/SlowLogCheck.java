package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.ArrayList;
import java.util.List;

/** The slow log says less than it could, where it is written at all. */
final class SlowLogCheck implements Check {

  private static final String CHECK = "slow-log";

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    if (!server.settings().isOn(Setting.SLOW_QUERY_LOG)) {
      return List.of();
    }
    List<Complaint> complaints = new ArrayList<>();
    double threshold = server.settings().number(Setting.LONG_QUERY_TIME).orElse(0);
    if (threshold > 0) {
      complaints.add(
          new Complaint(
              CHECK + "-threshold",
              Weight.NOTE,
              "The slow log has only statements of " + threshold + " seconds and more.",
              "What is faster, and which statements ran together, is unknown from the log.",
              new Remedy(
                  List.of(global(server, "long_query_time = 0")),
                  "It makes the log long; sessions that are open keep their own value.")));
    }
    if (server.settings().isOff(Setting.LOG_SLOW_EXTRA)) {
      complaints.add(plain(server, "log_slow_extra = ON", "The slow log has no extra fields."));
    }
    boolean plan =
        server
                .settings()
                .text(Setting.LOG_SLOW_VERBOSITY)
                .orElse("query_plan")
                .contains("query_plan")
            || server.settings().text(Setting.LOG_SLOW_VERBOSITY).orElse("").contains("full");
    if (!plan) {
      complaints.add(
          plain(server, "log_slow_verbosity = 'query_plan'", "The slow log has no query plans."));
    }
    if (server.settings().text(Setting.LOG_OUTPUT).filter("NONE"::equals).isPresent()) {
      complaints.add(
          new Complaint(
              CHECK + "-output",
              Weight.NOTE,
              "The slow log is on, but log_output is NONE.",
              "Nothing is logged.",
              Remedy.run(global(server, "log_output = 'FILE'"))));
    }
    return complaints;
  }

  private static Complaint plain(ServerFacts server, String setting, String lack) {
    return new Complaint(
        CHECK + "-fields",
        Weight.NOTE,
        lack,
        "Full scans, temporary tables and sorts are unknown from the log.",
        Remedy.run(global(server, setting)));
  }

  private static String global(ServerFacts server, String setting) {
    boolean lasting = server.identity().product() == ServerProduct.MYSQL;
    return (lasting ? "SET PERSIST " : "SET GLOBAL ") + setting;
  }
}
