package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** The account may not see the sessions of others. */
final class ProcessGrantCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    if (server.grants().everywhere("PROCESS")) {
      return List.of();
    }
    return List.of(
        new Complaint(
            "process-grant",
            Weight.PARTIAL,
            "The account has no PROCESS privilege.",
            "Transactions, lock waits and cached pages of indexes are unknown.",
            Remedy.run("GRANT PROCESS ON *.* TO " + server.account())));
  }
}
