package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.reference.ReferenceEvent;
import dev.watershed.collector.reference.ReferenceLog;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.collector.reference.ReferenceSlowLogReader;
import dev.watershed.collector.reference.SlowLogGenerator;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading on and on, against reading at once. */
class WindowReaderTest {

  private static final int MINUTE_MICROS = 60_000_000;
  private static final SlowLogOptions COMPLETE = complete();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everySlotHoldsItsEvents(int seed) throws Exception {
    byte[] log = SlowLogGenerator.clean(seed, 120, MINUTE_MICROS);
    Map<Instant, Long> expected = eventsPerSlot(log);
    List<ReadWindow> windows = atOnce(log, COMPLETE);
    assertThat(eventsPerSlot(windows)).isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyPiecesGiveWhatReadingAtOnceGives(int seed) throws Exception {
    byte[] log =
        seed % 2 == 0
            ? SlowLogGenerator.clean(seed, 150, MINUTE_MICROS / 2)
            : SlowLogGenerator.damaged(seed, 150, MINUTE_MICROS / 2);
    ReferenceOptions options = SlowLogGenerator.options(seed);
    SlowLogOptions reading = reading(options);
    ReferenceLog reference = ReferenceSlowLogReader.read(log, options);
    Map<String, String> expected = LogFacts.of(reference, options);
    List<ReadWindow> undisturbed = atOnce(log, reading);
    assertThat(withoutTransactions(LogFacts.of(workloads(undisturbed)))).isEqualTo(expected);
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2; round++) {
      List<ReadWindow> pieces = inPieces(log, reading, random, 400 + random.nextInt(4_000));
      assertThat(LogFacts.of(workloads(pieces)))
          .as("seed %d round %d", seed, round)
          .isEqualTo(LogFacts.of(workloads(undisturbed)));
      assertThat(eventsPerSlot(pieces)).isEqualTo(eventsPerSlot(undisturbed));
      assertThat(transactions(pieces)).isEqualTo(transactions(undisturbed));
    }
  }

  @Test
  void aByteAtATimeTakesAnEventOnlyWhenTheNextOneBegins() throws Exception {
    String log = event("02:00:01", 7, "select 1") + event("02:00:02", 7, "select 2");
    GrowingLog growing = new GrowingLog(bytes(log + event("02:00:03", 7, "select 3")));
    WindowReader reader = new WindowReader(COMPLETE, "slow.log", CarriedState.start());
    int first = event("02:00:01", 7, "select 1").length();
    long taken = 0;
    while (!growing.complete()) {
      growing.grow(1);
      reader.goOn(growing.from(reader.offset()), reader.offset());
      assertThat(reader.read()).isEqualTo(WindowReader.Stop.WAITS);
      assertThat(reader.offset()).isIn(0L, (long) first, (long) log.length());
      taken = Math.max(taken, reader.offset());
    }
    assertThat(taken).isEqualTo(log.length());
    growing.end();
    reader.goOn(growing.from(reader.offset()), reader.offset());
    assertThat(reader.read()).isEqualTo(WindowReader.Stop.FILE_END);
    assertThat(reader.take().workload().sources().get(0).events()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in order             | 02:14:59 02:15:00 02:30:00 | 02:00=1 02:15=1 02:30=1
          late by a little     | 02:15:00 02:14:59 02:15:01 | 02:15=3
          the clock set back   | 03:15:00 02:14:59 02:15:01 | 03:15=1 02:00=1 02:15=1
          back and forth       | 03:15:00 02:15:00 03:15:01 02:15:01 | 03:15=1 02:15=1 03:15=1 02:15=1
          """)
  void theSlotOfAnEventIsThatOfItsEnd(String name, String times, String expected) throws Exception {
    StringBuilder log = new StringBuilder();
    for (String time : times.split(" ", -1)) {
      log.append(event(time, 7, "select 1"));
    }
    List<String> found = new ArrayList<>();
    for (ReadWindow window : atOnce(bytes(log.toString()), COMPLETE)) {
      found.add(
          window.slotStart().toString().substring(11, 16)
              + "="
              + window.workload().sources().get(0).events());
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void transactionsGoOnAcrossSlotsAndReaders() throws Exception {
    String log =
        event("02:14:57", 7, "SET autocommit=0")
            + event("02:14:58", 7, "select * from a where id = 1")
            + event("02:14:59", 8, "select * from c where id = 1")
            + event("02:15:01", 7, "update b set x = 1")
            + event("02:15:02", 7, "commit")
            + event("02:15:03", 9, "commit");
    for (int piece : new int[] {1_000_000, 150, 7}) {
      List<ReadWindow> windows = inPieces(bytes(log), COMPLETE, new SplittableRandom(piece), piece);
      assertThat(transactions(windows)).hasSize(1);
      assertThat(transactions(windows).values().iterator().next())
          .startsWith("transactions 1 committed 1 rolled back 0 statements 2 ");
      assertThat(count(windows, IssueReason.UNKNOWN_TRANSACTION)).isEqualTo(1);
      assertThat(count(windows, IssueReason.NO_TRANSACTIONS)).isZero();
    }
  }

  @Test
  void anIncompleteLogClaimsNoTransactions() throws Exception {
    String log =
        event("02:14:57", 7, "begin")
            + event("02:14:58", 7, "update b set x = 1")
            + event("02:15:02", 7, "commit");
    for (SlowLogOptions options : List.of(SlowLogOptions.standard(), COMPLETE.withSampleRate(2))) {
      List<ReadWindow> windows = atOnce(bytes(log), options);
      assertThat(transactions(windows)).isEmpty();
      assertThat(count(windows, IssueReason.NO_TRANSACTIONS)).isEqualTo(3);
    }
    List<ReadWindow> nobody = atOnce(bytes(log.replaceAll("  Id: 7", "")), COMPLETE);
    assertThat(transactions(nobody)).isEmpty();
    assertThat(count(nobody, IssueReason.NO_TRANSACTIONS)).isEqualTo(3);
  }

  @Test
  void theNextFileGoesOnWithTheTransactionsAndTellsAGap() throws Exception {
    WindowReader reader = new WindowReader(COMPLETE, "slow.log", CarriedState.start());
    GrowingLog first =
        ended(event("02:00:01", 7, "begin") + event("02:00:02", 7, "delete from t where a = 1"));
    reader.goOn(first.from(0), 0);
    assertThat(reader.read()).isEqualTo(WindowReader.Stop.FILE_END);
    GrowingLog second = ended(event("02:00:03", 7, "commit"));
    reader.goOver(second.from(0), true);
    assertThat(reader.read()).isEqualTo(WindowReader.Stop.FILE_END);
    List<ReadWindow> windows = List.of(reader.take());
    assertThat(transactions(windows)).hasSize(1);
    assertThat(count(windows, IssueReason.POSSIBLE_GAP)).isEqualTo(1);
    assertThat(windows.get(0).workload().sources()).hasSize(2);
  }

  @Test
  void aRestartInTheFileEndsWhatWasOpen() throws Exception {
    String banner =
        "mysqld, Version: 9.7.4. started with:\nTcp port: 3306  Unix socket: x\n"
            + "Time                 Id Command    Argument\n";
    String log =
        banner
            + event("02:00:01", 7, "begin")
            + event("02:00:02", 7, "delete from t where a = 1")
            + banner
            + event("02:00:03", 7, "commit");
    List<ReadWindow> windows = inPieces(bytes(log), COMPLETE, new SplittableRandom(1), 40);
    assertThat(transactions(windows).values().iterator().next())
        .startsWith("transactions 1 committed 0 rolled back 0 statements 1 ");
    assertThat(count(windows, IssueReason.RESTART)).isEqualTo(1);
    assertThat(count(windows, IssueReason.UNKNOWN_TRANSACTION)).isEqualTo(1);
  }

  private static List<ReadWindow> atOnce(byte[] log, SlowLogOptions options) throws Exception {
    GrowingLog whole = new GrowingLog(log);
    whole.grow(log.length);
    whole.end();
    WindowReader reader = new WindowReader(options, "slow.log", CarriedState.start());
    List<ReadWindow> windows = new ArrayList<>();
    reader.goOn(whole.from(0), 0);
    while (reader.read() == WindowReader.Stop.SLOT_END) {
      windows.add(reader.take());
    }
    takeRest(reader, windows);
    return windows;
  }

  /** Reads while the log grows; now and then the reader is thrown away, its window kept or not. */
  private static List<ReadWindow> inPieces(
      byte[] log, SlowLogOptions options, SplittableRandom random, int longest)
      throws IOException, DamagedBytesException {
    GrowingLog growing = new GrowingLog(log);
    List<ReadWindow> windows = new ArrayList<>();
    WindowReader reader = new WindowReader(options, "slow.log", CarriedState.start());
    CarriedState sealed = CarriedState.start();
    long sealedOffset = 0;
    boolean ended = false;
    while (!ended) {
      growing.grow(1 + random.nextInt(longest));
      if (growing.complete() && random.nextBoolean()) {
        growing.end();
      }
      reader.goOn(growing.from(reader.offset()), reader.offset());
      WindowReader.Stop stop = reader.read();
      ended = stop == WindowReader.Stop.FILE_END;
      boolean seals = !reader.empty() && (ended || random.nextInt(4) == 0);
      if (stop == WindowReader.Stop.SLOT_END || seals) {
        windows.add(reader.take());
        sealed = reader.carried();
        sealedOffset = reader.offset();
      }
      if (!ended && random.nextInt(8) == 0) {
        reader = new WindowReader(options, "slow.log", sealed);
        reader.goOn(growing.from(sealedOffset), sealedOffset);
        WindowReader.Stop again = reader.read();
        if (again == WindowReader.Stop.SLOT_END) {
          windows.add(reader.take());
          sealed = reader.carried();
          sealedOffset = reader.offset();
        }
        ended = again == WindowReader.Stop.FILE_END;
      }
    }
    takeRest(reader, windows);
    return windows;
  }

  private static void takeRest(WindowReader reader, List<ReadWindow> windows) {
    if (!reader.empty()) {
      windows.add(reader.take());
    }
  }

  private static Map<Instant, Long> eventsPerSlot(byte[] log) {
    ReferenceLog read = ReferenceSlowLogReader.read(log, ReferenceOptions.standard());
    Map<Instant, Long> counts = new TreeMap<>();
    Instant slot = Instant.EPOCH;
    for (ReferenceEvent event : read.events()) {
      Instant end = event.endedAt().orElse(slot);
      long seconds = Math.floorDiv(end.getEpochSecond(), 900) * 900;
      Instant own = Instant.ofEpochSecond(seconds);
      boolean late = own.isBefore(slot) && !end.isBefore(slot.minus(Duration.ofMinutes(1)));
      slot = late ? slot : own;
      counts.merge(slot, 1L, Long::sum);
    }
    return counts;
  }

  private static Map<Instant, Long> eventsPerSlot(List<ReadWindow> windows) {
    Map<Instant, Long> counts = new TreeMap<>();
    for (ReadWindow window : windows) {
      Workload workload = window.workload();
      for (int row = 0; row < workload.statements().size(); row++) {
        long events = workload.statements().value(row, Measure.EVENTS_READ);
        counts.merge(window.slotStart(), events, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, String> transactions(List<ReadWindow> windows) {
    Map<String, long[]> sums = new TreeMap<>();
    for (ReadWindow window : windows) {
      TransactionTable table = window.workload().transactions();
      for (int row = 0; row < table.size(); row++) {
        String key =
            table.transactionClass(row).digests()
                + " "
                + window.workload().origins().get(table.originIndex(row));
        long[] sum = sums.computeIfAbsent(key, k -> new long[TransactionMeasure.values().length]);
        for (TransactionMeasure measure : TransactionMeasure.values()) {
          sum[measure.ordinal()] += table.value(row, measure);
        }
      }
    }
    Map<String, String> lines = new TreeMap<>();
    sums.forEach(
        (key, sum) ->
            lines.put(
                key,
                "transactions %d committed %d rolled back %d statements %d "
                        .formatted(sum[0], sum[1], sum[2], sum[3])
                    + Arrays.toString(sum)));
    return lines;
  }

  private static long count(List<ReadWindow> windows, IssueReason reason) {
    return windows.stream().mapToLong(window -> window.workload().quality().count(reason)).sum();
  }

  private static Map<String, String> withoutTransactions(Map<String, String> facts) {
    Map<String, String> kept = new TreeMap<>(facts);
    kept.keySet().removeIf(key -> key.contains("TRANSACTION"));
    return kept;
  }

  private static List<Workload> workloads(List<ReadWindow> windows) {
    return windows.stream().map(ReadWindow::workload).toList();
  }

  private static GrowingLog ended(String log) {
    GrowingLog whole = new GrowingLog(bytes(log));
    whole.grow(log.length());
    whole.end();
    return whole;
  }

  private static String event(String time, int connection, String statement) {
    return "# Time: 2026-11-23T"
        + time
        + ".000000Z\n# User@Host: a[a] @ h []  Id: "
        + connection
        + "\n# Query_time: 0.000010  Lock_time: 0.000000 Rows_sent: 0  Rows_examined: 0\n"
        + "SET timestamp=1795476963;\n"
        + statement
        + ";\n";
  }

  private static byte[] bytes(String log) {
    return log.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static SlowLogOptions reading(ReferenceOptions options) {
    SlowLogOptions reading = COMPLETE.withSqlMode(LogFacts.mode(options));
    if (options.timeZone().isPresent()) {
      reading = reading.withTimeZone(options.timeZone().get());
    }
    return options.sampleRate().isPresent()
        ? reading.withSampleRate(options.sampleRate().getAsLong())
        : reading;
  }

  private static SlowLogOptions complete() {
    return SlowLogOptions.standard().withLongQueryTimeSeconds(OptionalDouble.of(0));
  }
}
