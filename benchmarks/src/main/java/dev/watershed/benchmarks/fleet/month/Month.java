package dev.watershed.benchmarks.fleet.month;

import dev.watershed.benchmarks.fleet.example.ExampleWriter;
import dev.watershed.benchmarks.fleet.traffic.Phase;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.collector.input.LogStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A month made of a capture: its configuration and dumps, and rotated logs with other times. */
public final class Month {

  private static final int SLICES = 40;
  private static final String LOG = "-slow.log";
  private static final String TRUTH = "truth.json";
  private static final Pattern COMPRESSED = Pattern.compile("(\\.(?:log|sql|json))\\.gz\\b");

  private Month() {}

  /**
   * Writes it; the number of events.
   *
   * @param capture whose files may be compressed, as those of the example are
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
    Truth truth = truth(capture);
    long events = 0;
    for (Path file : files(capture)) {
      String name = plain(file.getFileName().toString());
      if (name.endsWith(LOG)) {
        events += writer.write(file, truth.startedAt(), truth.planned(), out, name);
      } else if (name.endsWith(".yaml")) {
        Files.writeString(out.resolve(name), plain(Files.readString(file)));
      } else if (name.endsWith(".sql") || name.equals(TRUTH)) {
        try (InputStream raw = Files.newInputStream(file)) {
          Files.copy(
              LogStream.uncompressed(raw), out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return events;
  }

  /** Names of files as they are without compression; what is written is not compressed. */
  private static String plain(String text) {
    return COMPRESSED.matcher(text).replaceAll("$1");
  }

  private static Truth truth(Path capture) throws IOException {
    Path plain = capture.resolve(TRUTH);
    return TruthReader.read(Files.exists(plain) ? plain : capture.resolve(ExampleWriter.TRUTH));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
