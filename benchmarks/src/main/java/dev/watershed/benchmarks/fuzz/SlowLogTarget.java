package dev.watershed.benchmarks.fuzz;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.input.LogStream;
import dev.watershed.collector.input.LogStream.Compression;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.collector.slowlog.LogReadings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;

/**
 * Slow logs. However the bytes are cut, and whether they are there when the reading begins or come
 * while it goes on, the events and issues are those of one reading from the beginning to the end.
 *
 * <p>Input: a byte of options, three that say how the log is cut, then the log.
 */
public final class SlowLogTarget {

  private static final int HEAD = 4;
  private static final int NORMAL_WINDOW = 512 << 10;
  private static final int SMALLEST_PART = 64;
  private static final long RATE = 7;

  private SlowLogTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException, DamagedBytesException {
    if (input.length < HEAD) {
      return;
    }
    byte[] log = Arrays.copyOfRange(input, HEAD, input.length);
    if (LogStream.compression(log) != Compression.NONE) {
      return;
    }
    int window = 1 + (input[1] & 0xff) * 8;
    int part = SMALLEST_PART + (input[2] & 0xff) * 16;
    int seed = input[3];
    LogReadings readings = new LogReadings(log, options(input[0]));
    Map<String, String> expected = readings.fromStream(NORMAL_WINDOW);
    Agreement.same("with a window of " + window, expected, readings.fromStream(window));
    if (log.length > part) {
      Path file = Scratch.file("slow.log", log);
      Agreement.same("in parts of " + part, expected, readings.inParts(file, window, part));
    }
    Map<String, String> windows = readings.inWindows();
    Agreement.same(
        "in windows",
        LogReadings.withoutTransactions(expected),
        LogReadings.withoutTransactions(windows));
    Agreement.same("as it grows, " + seed, windows, readings.asItGrows(seed));
  }

  private static ReferenceOptions options(byte bits) {
    ReferenceOptions options = ReferenceOptions.standard();
    options = (bits & 1) == 0 ? options : options.withAnsiQuotes();
    options = (bits & 2) == 0 ? options : options.withNoBackslashEscapes();
    options = (bits & 4) == 0 ? options : options.withTimeZone(ZoneId.of("Europe/Berlin"));
    return (bits & 8) == 0 ? options : options.withSampleRate(RATE);
  }
}
