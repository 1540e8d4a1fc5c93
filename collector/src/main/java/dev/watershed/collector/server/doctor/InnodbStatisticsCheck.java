package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** InnoDB does not keep its statistics. */
final class InnodbStatisticsCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    if (!server.settings().isOff(Setting.INNODB_STATS_PERSISTENT)) {
      return List.of();
    }
    boolean lasting = server.identity().product() == ServerProduct.MYSQL;
    return List.of(
        new Complaint(
            "innodb-statistics",
            Weight.PARTIAL,
            "innodb_stats_persistent is off: InnoDB counts anew whenever it opens a table.",
            "Rows per key change from run to run, and sizes of indexes are unknown.",
            new Remedy(
                List.of(
                    (lasting ? "SET PERSIST " : "SET GLOBAL ") + "innodb_stats_persistent = ON"),
                "ANALYZE TABLE counts a table at once.")));
  }
}
