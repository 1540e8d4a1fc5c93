package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** The account may not read performance_schema. */
final class PerformanceSchemaGrantCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    if (server.readsPerformanceSchema()) {
      return List.of();
    }
    return List.of(
        new Complaint(
            "performance-schema-grant",
            Weight.BLIND,
            "The account may not read performance_schema.",
            "Statements, their load and who sends them are unknown, and so is the use of tables and"
                + " indexes.",
            Remedy.run("GRANT SELECT ON performance_schema.* TO " + server.account())));
  }
}
