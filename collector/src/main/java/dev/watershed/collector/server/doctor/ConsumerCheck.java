package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.ArrayList;
import java.util.List;

/** A consumer of performance_schema whose tables are read is switched off. */
final class ConsumerCheck implements Check {

  private record Consumer(String name, Weight weight, String consequence) {}

  private static final String NO_STATEMENTS = "Statements and their load are unknown.";
  private static final List<Consumer> NEEDED =
      List.of(
          new Consumer("global_instrumentation", Weight.BLIND, NO_STATEMENTS),
          new Consumer("thread_instrumentation", Weight.BLIND, NO_STATEMENTS),
          new Consumer("statements_digest", Weight.BLIND, NO_STATEMENTS),
          new Consumer(
              "events_statements_current",
              Weight.PARTIAL,
              "Which service a statement belongs to cannot be sampled."),
          new Consumer(
              "events_statements_cpu", Weight.PARTIAL, "The CPU time of statements is unknown."));

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    List<Complaint> complaints = new ArrayList<>();
    for (Consumer consumer : NEEDED) {
      if (server.consumersOff().contains(consumer.name())) {
        complaints.add(
            new Complaint(
                "consumer-" + consumer.name().replace('_', '-'),
                consumer.weight(),
                "The consumer " + consumer.name() + " is off.",
                consumer.consequence(),
                new Remedy(
                    List.of(
                        "UPDATE performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME ="
                            + " '"
                            + consumer.name()
                            + "'"),
                    "It lasts until the server starts again; performance_schema_consumer_"
                        + consumer.name()
                        + "=ON in its configuration lasts longer.")));
      }
    }
    return complaints;
  }
}
