package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following logs that are rotated, with interruptions, against one undisturbed run. */
class LogFollowerTest {

  private static final int DAYS = 30;

  @TempDir Path folder;
  private Path live;

  @BeforeEach
  void name() {
    live = folder.resolve("slow.log");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aMonthOfRotatingLogsInPiecesEqualsOneRun(int seed) throws IOException {
    SimulatedServer server = new SimulatedServer(live, seed);
    SplittableRandom random = new SplittableRandom(seed);
    KeptWindows pieces = new KeptWindows();
    LogFollower follower = follower(pieces);
    for (int day = 0; day < DAYS; day++) {
      for (int part = 0; part < 6; part++) {
        server.run(1 + random.nextInt(8), Duration.ofMinutes(30));
        follower = piece(follower, pieces, random);
      }
      rotate(server, random);
      follower = piece(follower, pieces, random);
    }
    server.flush();
    pieces.mend();
    collect(follower, true);
    follower.seal();
    KeptWindows undisturbed = new KeptWindows();
    LogFollower whole = follower(undisturbed);
    assertThat(whole.look(true, () -> false).failures()).isEmpty();
    whole.seal();
    assertThat(
            WindowSums.differences(
                WindowSums.of(pieces.windows()), WindowSums.of(undisturbed.windows())))
        .isEmpty();
    assertThat(pieces.windows()).hasSizeGreaterThanOrEqualTo(undisturbed.windows().size());
    assertThat(events(undisturbed)).isGreaterThan(DAYS * 10L);
  }

  /** Looks, and is interrupted now and then: killed, sealed, or failed by the sink. */
  private LogFollower piece(LogFollower follower, KeptWindows sink, SplittableRandom random)
      throws IOException {
    switch (random.nextInt(8)) {
      case 0 -> {
        return follower(sink);
      }
      case 1 -> sink.failBefore();
      case 2 -> sink.failAfter();
      default -> {}
    }
    try {
      collect(follower, false);
      if (random.nextInt(4) == 0) {
        follower.seal();
      }
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("no space left on device|input/output error");
      return follower(sink);
    }
    return random.nextInt(6) == 0 ? follower(sink) : follower;
  }

  private static void rotate(SimulatedServer server, SplittableRandom random) throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> server.copyAndTruncate();
      case 1 -> {
        server.rename();
        server.run(2, Duration.ofMinutes(2));
        server.reopen();
      }
      case 2 -> {
        server.rename();
        server.reopen();
        server.compress();
      }
      default -> {
        if (random.nextInt(3) == 0) {
          server.setClockBack(Duration.ofMinutes(40));
        }
      }
    }
  }

  @Test
  void nothingNewGivesNothing() throws IOException {
    SimulatedServer server = new SimulatedServer(live, 1);
    server.run(20, Duration.ofMinutes(1));
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    follower.seal();
    int windows = sink.windows().size();
    for (int i = 0; i < 3; i++) {
      collect(follower(sink), false);
      assertThat(follower(sink).seal()).isEqualTo(FollowReport.NOTHING);
    }
    assertThat(sink.windows()).hasSize(windows);
  }

  @Test
  void theLastEventWaitsForTheNextOneOrForTheEnd() throws IOException {
    Files.writeString(live, event("00:00:01", 1) + event("00:00:02", 2));
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    follower.seal();
    assertThat(events(sink)).isEqualTo(1);
    collect(follower, true);
    follower.seal();
    assertThat(events(sink)).isEqualTo(2);
  }

  @Test
  void aRenamedLogIsReadToItsEndOnceTheServerWritesTheNextOne() throws IOException {
    Files.writeString(live, event("00:00:01", 1));
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    Path older = folder.resolve("slow.log.1");
    Files.move(live, older);
    Files.writeString(older, event("00:00:01", 1) + event("00:00:02", 2));
    Files.createFile(live);
    collect(follower, false);
    follower.seal();
    assertThat(events(sink)).isEqualTo(1);
    Files.writeString(live, SimulatedServer.BANNER);
    collect(follower, false);
    follower.seal();
    assertThat(events(sink)).isEqualTo(2);
  }

  @Test
  void aLogThatVanishedIsAPossibleGap() throws IOException {
    SimulatedServer server = new SimulatedServer(live, 1);
    server.run(20, Duration.ofMinutes(1));
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    follower.seal();
    long before = events(sink);
    Files.writeString(live, SimulatedServer.BANNER + event("12:00:01", 1) + event("12:00:02", 2));
    FollowReport report = follower.look(false, () -> false);
    assertThat(report.notes()).hasSize(1);
    assertThat(report.notes().get(0)).contains("gone");
    follower.seal();
    assertThat(events(sink)).isEqualTo(before + 1);
    assertThat(issues(sink, IssueReason.POSSIBLE_GAP)).isEqualTo(1);
  }

  @Test
  void aLogEmptiedInPlaceIsAPossibleGap() throws IOException {
    SimulatedServer server = new SimulatedServer(live, 1);
    server.run(20, Duration.ofMinutes(1));
    server.copyAndTruncate();
    server.run(20, Duration.ofMinutes(1));
    KeptWindows sink = new KeptWindows();
    FollowReport report = follower(sink).look(true, () -> false);
    assertThat(report.notes()).hasSize(1);
    assertThat(report.notes().get(0)).contains("emptied in place").contains("FLUSH SLOW LOGS");
  }

  @Test
  void aShortenedLogIsNotReadTwice() throws IOException {
    String log = event("00:00:01", 1).repeat(100);
    Files.writeString(live, log);
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    follower.seal();
    Files.writeString(live, event("00:00:01", 1).repeat(50));
    assertThat(follower(sink).look(false, () -> false).failures()).hasSize(1);
    Files.writeString(live, log);
    collect(follower, true);
    follower.seal();
    assertThat(events(sink)).isEqualTo(100);
  }

  @Test
  void aMissingOrForeignLogIsAFailure() throws IOException {
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    assertThat(follower.look(false, () -> false).failures()).hasSize(1);
    assertThat(follower.look(false, () -> false).failures().get(0)).contains("no such file");
    Files.writeString(live, "2026-11-23 UTC [7] LOG:  duration: 12.3 ms  statement: select 1\n");
    assertThat(follower.look(false, () -> false).failures().get(0)).contains("PostgreSQL");
    assertThat(sink.windows()).isEmpty();
  }

  @Test
  void aSlotIsSealedWhenItIsLongOver() throws IOException {
    Files.writeString(live, event("00:00:01", 1) + event("00:00:02", 2));
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    follower.sealIfOver(Instant.parse("2026-11-23T00:16:00Z"));
    assertThat(sink.windows()).isEmpty();
    follower.sealIfOver(Instant.parse("2026-11-23T00:17:01Z"));
    assertThat(sink.windows()).hasSize(1);
  }

  @Test
  void whatWasWatchedIsTold() throws IOException {
    Files.writeString(
        live, event("00:10:01", 1) + event("00:10:02", 2) + event("00:20:00", 3) + event("01", 4));
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    follower.seal();
    assertThat(sink.windows())
        .extracting(window -> window.observedFrom() + " " + window.observedUntil())
        .containsExactly(
            "2026-11-23T00:10:01Z 2026-11-23T00:15:00Z",
            "2026-11-23T00:15:00Z 2026-11-23T00:20:00.000001Z");
  }

  @Test
  void aDamagedCursorIsNamed() throws IOException {
    Files.writeString(live, event("00:10:01", 1) + event("00:10:02", 2));
    KeptWindows sink = new KeptWindows();
    LogFollower follower = follower(sink);
    collect(follower, false);
    follower.seal();
    CollectedWindow sealed = sink.windows().get(0);
    byte[] cursor = sealed.cursor();
    cursor[5]++;
    WindowSink damaged =
        new WindowSink() {
          @Override
          public Optional<Sealed> last(String server, String source) {
            return Optional.of(new Sealed(1, cursor));
          }

          @Override
          public void put(CollectedWindow window) {
            throw new IllegalStateException("nothing is to be put");
          }
        };
    assertThatThrownBy(() -> follower(damaged))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("window 1 cannot be continued")
        .hasMessageContaining("checksum");
  }

  private LogFollower follower(WindowSink sink) throws IOException {
    SlowLogOptions options =
        SlowLogOptions.standard().withLongQueryTimeSeconds(OptionalDouble.of(0));
    return LogFollower.open(new FollowedLog("booking-1", live, "slow.log", options), sink);
  }

  private static void collect(LogFollower follower, boolean ended) throws IOException {
    assertThat(follower.look(ended, () -> false).failures()).isEmpty();
  }

  private static long events(KeptWindows sink) {
    return sink.windows().stream()
        .flatMap(window -> window.workload().sources().stream())
        .mapToLong(SourceFile::events)
        .sum();
  }

  private static long issues(KeptWindows sink, IssueReason reason) {
    return sink.windows().stream()
        .mapToLong(window -> window.workload().quality().count(reason))
        .sum();
  }

  private static String event(String time, int id) {
    return "# Time: 2026-11-23T"
        + (time + ":00:00").substring(0, 8)
        + ".000000Z\n# User@Host: a[a] @ h []  Id: 7\n"
        + "# Query_time: 0.000010  Lock_time: 0.000000 Rows_sent: 0  Rows_examined: 0\n"
        + "SET timestamp=1795476963;\nselect * from t where id = "
        + id
        + ";\n";
  }
}
