package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ClockDifference;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** The server's clock shows another time than that of this machine. */
final class ClockCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    ClockDifference difference = new ClockDifference(server.clockAhead());
    if (!difference.matters()) {
      return List.of();
    }
    return List.of(
        new Complaint(
            "clock",
            Weight.NOTE,
            "The server's clock is " + difference + ".",
            "Times in its slow log are off by as much; its counters are counted by this machine's"
                + " clock.",
            Remedy.advise("Synchronise the clocks of both machines (chrony, ntpd).")));
  }
}
