package dev.watershed.benchmarks.fleet.month;

import dev.watershed.benchmarks.fleet.traffic.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A month made of a capture: its configuration and dumps, and rotated logs with other times. */
public final class Month {

  private static final int SLICES = 40;
  private static final String LOG = "-slow.log";

  private Month() {}

  /**
   * Writes it; the number of events.
   *
   * @param partsPerHour how many of the forty slices of the capture the busiest hour has
   * @param presence who takes part in each
   */
  public static long write(
      Path capture, Path out, LocalDate start, int days, int partsPerHour, Presence presence)
      throws IOException {
    Files.createDirectories(out);
    int deployment = (int) Math.ceil(Phase.DEPLOYMENT * SLICES);
    MonthWriter writer =
        new MonthWriter(new MonthPlan(start, days, SLICES, deployment, partsPerHour), presence);
    long events = 0;
    for (Path file : files(capture)) {
      String name = file.getFileName().toString();
      if (name.endsWith(LOG)) {
        events += writer.write(file, out, name);
      } else if (name.endsWith(".sql") || name.endsWith(".yaml") || name.equals("truth.json")) {
        Files.copy(file, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return events;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
