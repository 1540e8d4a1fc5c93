package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** performance_schema is switched off, as MariaDB ships. */
final class PerformanceSchemaCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    if (!server.settings().isOff(Setting.PERFORMANCE_SCHEMA)) {
      return List.of();
    }
    return List.of(
        new Complaint(
            "performance-schema",
            Weight.BLIND,
            "performance_schema is off.",
            "Statements, their load and who sends them are unknown, and so is the use of tables and"
                + " indexes.",
            remedy(server.identity().product())));
  }

  private static Remedy remedy(ServerProduct product) {
    return switch (product) {
      case MYSQL ->
          new Remedy(
              List.of("SET PERSIST_ONLY performance_schema = ON"), "Then start the server again.");
      case MARIADB ->
          Remedy.advise(
              "Set performance_schema=ON under [mariadbd] in its configuration, and start it again.");
    };
  }
}
