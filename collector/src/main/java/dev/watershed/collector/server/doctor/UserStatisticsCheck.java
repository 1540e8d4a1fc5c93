package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** MariaDB's own statistics are off where performance_schema is, too. */
final class UserStatisticsCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    boolean needed =
        server.identity().product() == ServerProduct.MARIADB
            && server.settings().isOff(Setting.PERFORMANCE_SCHEMA)
            && server.settings().isOff(Setting.USERSTAT);
    return needed
        ? List.of(
            new Complaint(
                "userstat",
                Weight.NOTE,
                "userstat is off, which needs no new start, other than performance_schema.",
                "Nobody counts the use of tables and indexes.",
                Remedy.run("SET GLOBAL userstat = ON")))
        : List.of();
  }
}
