package dev.watershed.benchmarks.fleet.month;

import dev.watershed.collector.input.LogStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A slow log of the fleet's own, in memory. No statement of the fleet has a line that looks like a
 * header, so that lines alone tell events apart.
 *
 * @param banner the lines with which the server opened it
 * @param events in the order of the file
 */
public record CapturedLog(List<String> banner, List<LogEvent> events) {

  public CapturedLog {
    banner = List.copyOf(banner);
    events = List.copyOf(events);
  }

  /**
   * The events of a log, which may be compressed.
   *
   * @throws IOException if it cannot be read
   */
  public static CapturedLog read(Path file) throws IOException {
    List<String> banner = new ArrayList<>();
    List<LogEvent> events = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Optional<Instant> time = Optional.empty();
    String schema = "";
    try (InputStream raw = Files.newInputStream(file);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(LogStream.uncompressed(raw), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (begins(line, lines) && !lines.isEmpty()) {
          events.add(new LogEvent(time.orElseThrow(), schema, lines));
          lines.clear();
        }
        Optional<Instant> stated = LogTimes.of(line);
        time = stated.isPresent() ? stated : time;
        if (line.startsWith("use ")) {
          schema = line.substring(4, line.length() - 1);
        }
        if (lines.isEmpty() && !line.startsWith("# ")) {
          banner.add(line);
        } else {
          lines.add(line);
        }
      }
    }
    if (!lines.isEmpty()) {
      events.add(new LogEvent(time.orElseThrow(), schema, lines));
    }
    return new CapturedLog(banner, events);
  }

  /** A time line, or a user line that none stands before. */
  private static boolean begins(String line, List<String> lines) {
    boolean afterTime = lines.size() == 1 && lines.get(0).startsWith("# Time: ");
    return line.startsWith("# Time: ") || line.startsWith("# User@Host: ") && !afterTime;
  }

  /**
   * So many parts of equal time. A log says whole seconds: an event counts at the end of its own,
   * so that nothing of a later part is in an earlier one.
   *
   * @param start of the run that it was written in
   * @param length of the run; what came later is in the last part
   */
  List<List<LogEvent>> slices(int count, Instant start, Duration length) {
    List<List<LogEvent>> slices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slices.add(new ArrayList<>());
    }
    for (LogEvent event : events) {
      long at = Math.max(0, Duration.between(start, event.time().plusSeconds(1)).toMillis());
      slices.get((int) Math.min(count - 1L, at * count / length.toMillis())).add(event);
    }
    return slices;
  }
}
