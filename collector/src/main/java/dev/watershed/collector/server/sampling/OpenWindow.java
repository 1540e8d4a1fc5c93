package dev.watershed.collector.server.sampling;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.store.window.WindowLevel;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What was sampled of the slot at hand. */
final class OpenWindow {

  /** What stands for the path of a log where there is none. */
  static final String PATH = "performance_schema";

  private final Instant slotStart;
  private final WorkloadBuilder builder = new WorkloadBuilder(WorkloadBounds.standard());
  private final ObservationsBuilder observations =
      new ObservationsBuilder(ObservationBounds.standard());
  private Instant from;
  private Instant until;
  private long events;

  OpenWindow(Instant now) {
    this.slotStart = WindowLevel.SLOT.startOf(now);
    this.from = now;
    this.until = now;
  }

  WorkloadBuilder builder() {
    return builder;
  }

  ObservationsBuilder observations() {
    return observations;
  }

  Instant slotEnd() {
    return slotStart.plus(WindowLevel.SLOT.length());
  }

  /** Whether a sample of this time belongs into it. */
  boolean holds(Instant now) {
    return WindowLevel.SLOT.startOf(now).equals(slotStart);
  }

  long events() {
    return events;
  }

  /** Packs what was added until the next look. */
  void rest() {
    builder.rest();
  }

  /** Notes what a look added. */
  void add(DomainTrack.Contribution contribution, Instant now) {
    contribution.from().filter(from::isAfter).ifPresent(earlier -> from = earlier);
    until = until.isBefore(now) ? now : until;
    events += contribution.events();
  }

  /** The window; it is not to be used afterwards. */
  CollectedWindow close(String server, String source, long number, byte[] cursor) {
    // The table counts every statement, however fast: a threshold of nothing.
    Workload workload =
        builder.build(
            List.of(new SourceFile(PATH, 0, events, 0)), OptionalDouble.of(0), sample -> "");
    return new CollectedWindow(
        server, source, number, slotStart, from, until, workload, observations.build(), cursor);
  }
}
