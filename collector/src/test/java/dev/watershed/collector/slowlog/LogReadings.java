package dev.watershed.collector.slowlog;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.workload.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The ways to read one log, each with what it says, as {@link LogFacts} writes it: what two of them
 * say has to be the same.
 *
 * @param log its bytes, not compressed
 */
public record LogReadings(byte[] log, ReferenceOptions options) {

  private static final int MOST_RESTARTS = 8;

  /** From a stream, by one thread. */
  public Map<String, String> fromStream(int window) {
    return LogFacts.of(
        new SlowLogCollector(reading().withThreads(1), window, Long.MAX_VALUE)
            .collect(
                List.of(new LogInput("slow.log", Optional.empty())),
                new ByteArrayInputStream(log),
                ReadProgress.NONE)
            .workload());
  }

  /**
   * From a file, by two threads.
   *
   * @param file holds the log
   */
  public Map<String, String> inParts(Path file, int window, long partBytes) {
    return LogFacts.of(
        new SlowLogCollector(reading().withThreads(2), window, partBytes)
            .collect(
                List.of(new LogInput("slow.log", Optional.of(file))),
                InputStream.nullInputStream(),
                ReadProgress.NONE)
            .workload());
  }

  /** Window by window, of a log that is whole when the reading begins. */
  public Map<String, String> inWindows() throws IOException, DamagedBytesException {
    GrowingLog whole = new GrowingLog(log);
    whole.grow(log.length);
    whole.end();
    WindowReader reader = reader(CarriedState.start());
    reader.goOn(whole.from(0), 0);
    List<Workload> windows = new ArrayList<>();
    while (reader.read() == WindowReader.Stop.SLOT_END) {
      windows.add(reader.take().workload());
    }
    return LogFacts.of(withRest(reader, windows));
  }

  /**
   * Window by window while the log grows, by readers that now and then end, and of which the next
   * one goes on where the last window was sealed.
   *
   * @param seed decides how the log grows and when a reader ends
   */
  public Map<String, String> asItGrows(long seed) throws IOException, DamagedBytesException {
    SplittableRandom random = new SplittableRandom(seed);
    int longest = 1 + random.nextInt(Math.max(16, log.length));
    GrowingLog growing = new GrowingLog(log);
    List<Workload> windows = new ArrayList<>();
    CarriedState sealed = CarriedState.start();
    long sealedOffset = 0;
    int restarts = 0;
    WindowReader reader = reader(sealed);
    while (true) {
      growing.grow(longest / MOST_RESTARTS + 1 + random.nextInt(longest));
      if (growing.complete()) {
        growing.end();
      }
      reader.goOn(growing.from(reader.offset()), reader.offset());
      WindowReader.Stop stop = reader.read();
      if (stop == WindowReader.Stop.FILE_END) {
        return LogFacts.of(withRest(reader, windows));
      }
      if (stop == WindowReader.Stop.SLOT_END || !reader.empty() && random.nextInt(4) == 0) {
        windows.add(reader.take().workload());
        sealed = reader.carried();
        sealedOffset = reader.offset();
      }
      if (restarts < MOST_RESTARTS && random.nextInt(4) == 0) {
        restarts++;
        reader = reader(sealed);
        reader.goOn(growing.from(sealedOffset), sealedOffset);
      }
    }
  }

  /** Facts without what only a reader of windows knows. */
  public static Map<String, String> withoutTransactions(Map<String, String> facts) {
    Map<String, String> kept = new TreeMap<>(facts);
    kept.keySet().removeIf(key -> key.contains("TRANSACTION"));
    return kept;
  }

  private WindowReader reader(CarriedState from) throws DamagedBytesException {
    return new WindowReader(reading(), "slow.log", from);
  }

  private static List<Workload> withRest(WindowReader reader, List<Workload> windows) {
    if (!reader.empty()) {
      windows.add(reader.take().workload());
    }
    return windows;
  }

  private SlowLogOptions reading() {
    SlowLogOptions reading =
        SlowLogOptions.standard()
            .withLongQueryTimeSeconds(OptionalDouble.of(0))
            .withSqlMode(LogFacts.mode(options));
    if (options.timeZone().isPresent()) {
      reading = reading.withTimeZone(options.timeZone().get());
    }
    return options.sampleRate().isPresent()
        ? reading.withSampleRate(options.sampleRate().getAsLong())
        : reading;
  }
}
