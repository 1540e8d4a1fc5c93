package dev.watershed.benchmarks.fleet.month;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a capture's log again and again, as a server that rotates it every midnight would. */
final class MonthWriter {

  private final MonthPlan plan;
  private final Presence presence;

  MonthWriter(MonthPlan plan, Presence presence) {
    this.plan = plan;
    this.presence = presence;
  }

  /**
   * Writes the rotated logs of a server; the number of events.
   *
   * @param began when the capture did
   * @param length how long it was to run
   * @param name of the live log; the older ones have their day behind it
   */
  long write(Path captured, Instant began, Duration length, Path folder, String name)
      throws IOException {
    CapturedLog log = CapturedLog.read(captured);
    List<List<LogEvent>> slices = log.slices(plan.slices(), began, length);
    long events = 0;
    for (int day = 0; day < plan.days(); day++) {
      try (Writer out = Files.newBufferedWriter(folder.resolve(file(name, day)))) {
        for (String line : log.banner()) {
          out.write(line + "\n");
        }
        for (MonthPlan.Part part : plan.parts(day)) {
          events += write(slices.get(part.slice()), part, out);
        }
      }
    }
    return events;
  }

  /** An event behind one that is left out says everything that it would have inherited. */
  private long write(List<LogEvent> slice, MonthPlan.Part part, Writer out) throws IOException {
    boolean first = true;
    long events = 0;
    for (LogEvent event : slice) {
      if (presence.takesPart(part.at(), event.connection())) {
        out.write(event.shifted(Duration.between(slice.get(0).time(), part.at()), first));
        first = false;
        events++;
      } else {
        first = true;
      }
    }
    return events;
  }

  /** A log is renamed at the midnight that ends its day; the last one still has its name. */
  private String file(String name, int day) {
    LocalDate rotated = plan.start().plusDays(day + 1L);
    return day + 1 == plan.days()
        ? name
        : name + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(rotated);
  }
}
