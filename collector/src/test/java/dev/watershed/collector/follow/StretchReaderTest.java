package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.reference.SlowLogGenerator;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches put together, against one reader that begins at the beginning: byte for byte. */
class StretchReaderTest {

  private static final int MINUTE_MICROS = 60_000_000;

  @TempDir private Path folder;

  /** So many windows are enough for whoever takes them. */
  private int most = Integer.MAX_VALUE;

  /** One stretch that was read: what it gave, and where it ended. */
  private record Reading(Optional<WindowStart> end, List<String> windows, List<String> notes) {}

  /** All stretches of a log. */
  private record Whole(List<String> windows, List<String> notes, int held, int again) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyCutOfAHostileLogGivesTheSameWindows(int seed) throws IOException {
    byte[] log =
        seed % 2 == 0
            ? SlowLogGenerator.clean(seed, 200, MINUTE_MICROS)
            : SlowLogGenerator.damaged(seed, 200, MINUTE_MICROS);
    Files.write(folder.resolve("slow.log"), log);
    for (int bytes : new int[] {150, 700, 3_000, 20_000}) {
      Whole whole = compare(Optional.empty(), bytes);
      assertThat(whole.windows()).hasSizeGreaterThan(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void rotatedAndCompressedFilesAreOneLog(int seed) throws IOException {
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), seed);
    for (int day = 0; day < 5; day++) {
      server.run(120, Duration.ofSeconds(40));
      if (day == 2) {
        server.copyAndTruncate();
      } else {
        server.rename();
        server.reopen();
      }
      server.compress();
    }
    server.run(60, Duration.ofSeconds(40));
    server.restart();
    server.run(60, Duration.ofSeconds(40));
    server.flush();
    for (int bytes : new int[] {400, 5_000, 1 << 20}) {
      Whole whole = compare(Optional.empty(), bytes);
      assertThat(whole.windows()).hasSizeGreaterThan(20);
    }
    // A collector that has read half of it already.
    KeptWindows kept = sequential();
    CollectedWindow middle = kept.windows().get(kept.windows().size() / 2);
    compare(Optional.of(middle), 5_000);
  }

  /** As a task does that has to give back what it read before it is too much. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void whoHasEnoughIsFollowedByAnother(int enough) throws IOException {
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), enough);
    for (int day = 0; day < 3; day++) {
      server.run(120, Duration.ofSeconds(40));
      server.copyAndTruncate();
      server.compress();
    }
    server.run(120, Duration.ofSeconds(40));
    server.flush();
    most = enough;
    for (int bytes : new int[] {5_000, 1 << 20}) {
      Whole whole = compare(Optional.empty(), bytes);
      assertThat(whole.held()).isGreaterThanOrEqualTo(whole.windows().size() / enough);
      assertThat(whole.again()).isPositive();
      assertThat(whole.notes()).hasSize(3);
    }
  }

  /** What most servers write: nothing has to be read again. */
  @Test
  void shortTransactionsAreGuessedRight() throws IOException {
    StringBuilder log = new StringBuilder(SimulatedServer.BANNER);
    for (int i = 0; i < 4_000; i++) {
      log.append(event(i, i == 0 ? "use shop;\n" : "", statement(i)));
    }
    Files.writeString(folder.resolve("slow.log"), log, StandardCharsets.ISO_8859_1);
    Whole whole = compare(Optional.empty(), log.length() / 5);
    assertThat(whole.held()).isEqualTo(5);
    assertThat(whole.again()).isZero();
  }

  /** A transaction that stays open, and a schema that nothing near tells. */
  @Test
  void whatCannotBeGuessedIsReadAgain() throws IOException {
    StringBuilder log = new StringBuilder(SimulatedServer.BANNER);
    for (int i = 0; i < 4_000; i++) {
      String use = i == 600 ? "use late;\n" : "";
      log.append(event(i, use, i == 3 ? "begin" : "select * from t where a = " + i));
    }
    Files.writeString(folder.resolve("slow.log"), log, StandardCharsets.ISO_8859_1);
    Whole whole = compare(Optional.empty(), log.length() / 5);
    assertThat(whole.again()).isPositive();
  }

  private static String statement(int i) {
    return switch (i % 4) {
      case 0 -> "begin";
      case 1 -> "update a set x = " + i;
      case 2 -> "insert into b values (" + i + ")";
      default -> "commit";
    };
  }

  private static String event(int second, String use, String statement) {
    return "# Time: 2026-11-01T%02d:%02d:%02d.000000Z\n"
            .formatted(second / 3_600, second / 60 % 60, second % 60)
        + "# User@Host: app[app] @  [10.0.0.9]  Id: 8\n"
        + "# Query_time: 0.001  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 3\n"
        + use
        + "SET timestamp="
        + (1_793_491_200L + second)
        + ";\n"
        + statement
        + ";\n";
  }

  private Whole compare(Optional<CollectedWindow> sealed, int bytes) throws IOException {
    KeptWindows expected = new KeptWindows();
    List<String> notes = look(expected);
    int from = sealed.map(window -> (int) window.number()).orElse(0);
    Whole whole = stretched(sealed, bytes);
    List<String> windows = new ArrayList<>();
    for (CollectedWindow window : expected.windows().subList(from, expected.windows().size())) {
      windows.add(text(window, window.number() - from));
    }
    assertThat(whole.windows()).as("stretches of %d", bytes).isEqualTo(windows);
    if (sealed.isEmpty()) {
      assertThat(whole.notes()).as("stretches of %d", bytes).isEqualTo(notes);
    }
    return whole;
  }

  private FollowedLog log() {
    SlowLogOptions standard = SlowLogOptions.standard();
    SlowLogOptions options =
        new SlowLogOptions(
            standard.sqlMode(),
            standard.timeZone(),
            standard.sampleRate(),
            OptionalDouble.of(0),
            standard.since(),
            standard.until(),
            standard.rawSamples(),
            SlowLogOptions.USUAL_TAGS,
            standard.ipv4NetworkBits(),
            1,
            standard.bounds());
    return new FollowedLog("booking-1", folder.resolve("slow.log"), "slow.log", options);
  }

  /** The windows of one reader, those before included where it goes on behind one. */
  private KeptWindows sequential() throws IOException {
    KeptWindows windows = new KeptWindows();
    look(windows);
    return windows;
  }

  private List<String> look(KeptWindows windows) throws IOException {
    try (LogFollower follower = LogFollower.open(log(), windows)) {
      List<String> notes = follower.look(true, () -> false).notes();
      follower.seal();
      return notes;
    }
  }

  private Whole stretched(Optional<CollectedWindow> sealed, int bytes) throws IOException {
    Optional<LogCursor> cursor = Optional.empty();
    if (sealed.isPresent()) {
      cursor =
          Optional.of(new WindowSink.Sealed(1, sealed.get().cursor()).read(CursorBytes::decode));
    }
    LogPlan plan =
        LogPlan.of(
            cursor.map(LogCursor::position),
            new LogFolder(log().path(), log().options()).list().files(),
            true);
    StretchReader reader = new StretchReader(log(), plan.steps(), cursor, OpenLog::of);
    List<LogPlace> places = plan.stretches(bytes);
    Map<WindowStart, Reading> guessed = new HashMap<>();
    List<String> windows = new ArrayList<>();
    StretchReader.Read read = reader.readFirst(next(plan, places, 0), start -> true, put(windows));
    Reading first = new Reading(read.end(), windows, read.notes());
    for (int i = 1; i < places.size(); i++) {
      LogPlace to = next(plan, places, i);
      Optional<WindowStart> start = reader.guess(places.get(i), to);
      if (start.isPresent()) {
        guessed.put(start.get(), from(reader, start.get(), to));
      }
    }
    int again = 0;
    StretchChain<Reading> chain = StretchChain.of(first, guessed, Reading::end);
    while (chain.broken().isPresent()) {
      WindowStart broken = chain.broken().get();
      List<String> repaired = new ArrayList<>();
      StretchReader.Read repair =
          reader.readFrom(broken, new LogPlace(0, 0), guessed::containsKey, put(repaired));
      guessed.put(broken, new Reading(repair.end(), repaired, repair.notes()));
      again++;
      chain = StretchChain.of(first, guessed, Reading::end);
    }
    List<String> all = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Reading reading : chain.readings()) {
      for (String window : reading.windows()) {
        all.add(window.replaceFirst("^\\d+", String.valueOf(all.size() + 1)));
      }
      notes.addAll(reading.notes());
    }
    return new Whole(all, notes, chain.readings().size(), again);
  }

  private Reading from(StretchReader reader, WindowStart start, LogPlace to) throws IOException {
    List<String> windows = new ArrayList<>();
    StretchReader.Read read = reader.readFrom(start, to, any -> true, put(windows));
    return new Reading(read.end(), windows, read.notes());
  }

  private static LogPlace next(LogPlan plan, List<LogPlace> places, int i) {
    return i + 1 < places.size() ? places.get(i + 1) : plan.end();
  }

  private StretchReader.Windows put(List<String> windows) {
    return window -> windows.add(text(window, window.number())) && windows.size() < most;
  }

  /** The number, and everything else as the bytes of a file of another number. */
  private static String text(CollectedWindow window, long number) {
    CollectedWindow first =
        new CollectedWindow(
            window.server(),
            window.source(),
            1,
            window.slotStart(),
            window.observedFrom(),
            window.observedUntil(),
            window.workload(),
            window.cursor());
    WindowHeader header = StoreWindows.header(first, "test");
    WindowEncoder.Encoded encoded =
        WindowEncoder.encode(header, window.workload(), Compression.NONE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer part : encoded.file()) {
      byte[] copy = new byte[part.remaining()];
      part.duplicate().get(copy);
      bytes.writeBytes(copy);
    }
    return number
        + " "
        + header.name().fileName()
        + " "
        + HexFormat.of().formatHex(bytes.toByteArray())
        + encoded.texts();
  }
}
