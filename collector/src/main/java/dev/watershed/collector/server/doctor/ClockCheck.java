package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.time.Duration;
import java.util.List;

/** The server's clock shows another time than that of this machine. */
final class ClockCheck implements Check {

  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    Duration ahead = server.clockAhead();
    if (ahead.abs().compareTo(TOLERANCE) <= 0) {
      return List.of();
    }
    return List.of(
        new Complaint(
            "clock",
            Weight.NOTE,
            "The server's clock is "
                + ahead.abs().toSeconds()
                + " seconds "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " this machine's.",
            "Times in its slow log are off by as much; its counters are counted by this machine's"
                + " clock.",
            Remedy.advise("Synchronise the clocks of both machines (chrony, ntpd).")));
  }
}
