package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSamplerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final CountingServer server = new CountingServer();
  private final List<CollectedWindow> windows = new ArrayList<>();
  private final Sink sink = new Sink();

  private final class Sink implements WindowSink {
    private Optional<byte[]> otherCursor = Optional.empty();

    @Override
    public Optional<Sealed> last(String name, String source) {
      return windows.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Sealed(newest().number(), otherCursor.orElseGet(() -> newest().cursor())));
    }

    @Override
    public void put(CollectedWindow window) {
      assertThat(window.number()).isEqualTo(windows.size() + 1);
      windows.add(window);
    }
  }

  @Test
  void theFirstSampleGivesACursorAndNothingElse() throws IOException {
    FollowReport report = look(open());

    assertThat(report).isEqualTo(new FollowReport(1, 0, List.of(), List.of()));
    assertThat(newest().workload().statements().size()).isZero();
    assertThat(newest().slotStart()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(newest().source()).isEqualTo("perfschema");
    assertThat(newest().workload().quality().issues()).isEmpty();
  }

  @Test
  void aDifferenceBelongsToTheSlotInWhichItWasTaken() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    server.count(3);
    server.pass(MINUTE);
    assertThat(look(sampler).windows()).isZero();
    server.count(4);
    server.pass(Duration.ofHours(2));
    assertThat(look(sampler)).isEqualTo(new FollowReport(1, 3, List.of(), List.of()));
    assertThat(sampler.seal().events()).isEqualTo(4);

    assertThat(calls()).containsExactly(0L, 3L, 4L);
    assertThat(newest().slotStart()).isEqualTo("2026-11-23T04:00:00Z");
    assertThat(newest().observedFrom()).isEqualTo("2026-11-23T02:08:00Z");
    assertThat(newest().observedUntil()).isEqualTo("2026-11-23T04:08:00Z");
    assertThat(windows.get(1).observedFrom()).isEqualTo("2026-11-23T02:07:00Z");
  }

  @Test
  void aSlotThatIsOverIsPutInPlaceThoughTheServerIsAway() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    server.count(3);
    server.pass(MINUTE);
    look(sampler);
    server.fail(ServerProblem.REFUSED);
    server.pass(Duration.ofMinutes(8));
    assertThat(look(sampler))
        .isEqualTo(new FollowReport(1, 3, List.of(), List.of("it is away"), 1));
    assertThat(sampler.sealIfOver(server.instant()).windows()).isZero();
    server.pass(Duration.ofMinutes(18));
    assertThat(sampler.sealIfOver(server.instant()).windows()).isEqualTo(1);
    server.recover();
    server.count(2);
    look(sampler);
    sampler.seal();

    assertThat(calls()).containsExactly(0L, 3L, 0L, 2L);
    assertThat(failedLooks()).containsExactly(0L, 0L, 1L, 0L);
  }

  @Test
  void aRunThatNeverReachesTheServerSaysSoAndLosesNothing() throws IOException {
    ServerSampler first = open();
    look(first);
    server.count(3);
    server.fail(ServerProblem.REFUSED);
    ServerSampler failing = open();
    look(failing);
    look(failing);
    failing.seal();
    server.recover();
    server.count(2);
    ServerSampler last = open();
    look(last);
    last.seal();

    assertThat(calls()).containsExactly(0L, 0L, 5L);
    assertThat(failedLooks()).containsExactly(0L, 2L, 0L);
  }

  @Test
  void aServerThatNeverAnsweredIsKnownToHaveFailed() throws IOException {
    server.fail(ServerProblem.ACCESS_DENIED);
    ServerSampler failing = open();
    look(failing);
    failing.seal();
    server.recover();
    look(open());

    assertThat(calls()).containsExactly(0L, 0L);
    assertThat(failedLooks()).containsExactly(1L, 0L);
    assertThat(newest().workload().quality().count(IssueReason.OTHER_SERVER)).isZero();
  }

  @Test
  void afterARestartEverythingRanSince() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    server.count(5);
    server.pass(MINUTE);
    look(sampler);
    server.restart();
    server.count(2_000);
    server.pass(MINUTE);
    FollowReport report = look(sampler);
    sampler.seal();

    assertThat(calls()).containsExactly(0L, 5L, 2_000L);
    assertThat(report.notes()).hasSize(1).first().asString().contains("started again");
    assertThat(newest().workload().quality().count(IssueReason.RESTART)).isEqualTo(1);
  }

  @Test
  void anotherServerGivesNoDifference() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    server.count(5);
    server.pass(MINUTE);
    look(sampler);
    server.becomeAnother("two", 1_000_000);
    server.pass(MINUTE);
    assertThat(look(sampler).notes()).hasSize(1).first().asString().contains("another server");
    server.count(7);
    server.pass(MINUTE);
    look(sampler);
    sampler.seal();

    assertThat(calls()).containsExactly(0L, 5L, 0L, 7L);
    assertThat(windows.get(2).workload().quality().count(IssueReason.OTHER_SERVER)).isEqualTo(1);
  }

  @Test
  void aServerThatChangesWhileItIsReadGivesNothing() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    server.count(5);
    server.changeWhileRead();
    assertThat(look(sampler).failures()).containsExactly("another one answers");
    server.recover();
    look(sampler);
    sampler.seal();

    assertThat(calls()).containsExactly(0L, 5L);
  }

  @Test
  void aClockThatIsWrongIsToldOnce() throws IOException {
    ServerSampler sampler = open();
    server.setClockAhead(Duration.ofSeconds(4));
    assertThat(look(sampler).notes()).isEmpty();
    server.setClockAhead(Duration.ofMinutes(-60));
    assertThat(look(sampler).notes())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("its clock is 3600 seconds behind this machine's; its times are corrected;");
    assertThat(look(sampler).notes()).isEmpty();
  }

  @Test
  void aDomainThatFailsIsMadeUpForLater() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    server.count(5);
    server.fail(ServerProblem.MISSING_GRANT);
    assertThat(look(sampler).failures()).containsExactly("counting: it does not tell");
    sampler.seal();
    server.recover();
    server.count(2);
    look(sampler);
    sampler.seal();

    assertThat(calls()).containsExactly(0L, 0L, 7L);
    assertThat(windows.get(1).workload().quality().count(IssueReason.FAILED_LOOK)).isEqualTo(1);
  }

  @Test
  void aCursorThatIsDamagedBeginsAnewAndSaysSo() throws IOException {
    look(open());
    byte[] damaged = newest().cursor();
    damaged[damaged.length - 1] ^= 1;
    sink.otherCursor = Optional.of(damaged);
    server.count(5);
    FollowReport report = look(open());

    assertThat(report.notes()).hasSize(1).first().asString().contains("begins anew");
    assertThat(calls()).containsExactly(0L, 0L);
  }

  @Test
  void aClockThatWasSetBackMakesNoSpanThatEndsBeforeItBegins() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    server.count(5);
    server.pass(Duration.ofMinutes(-30));
    look(sampler);
    sampler.seal();

    assertThat(calls()).containsExactly(0L, 5L);
    assertThat(newest().slotStart()).isEqualTo("2026-11-23T01:30:00Z");
  }

  /** Killed at any moment, it goes on at the last window: nothing lost, nothing counted twice. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverHappensEverythingIsCountedOnce(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    ServerSampler sampler = open();
    look(sampler);
    long counted = 0;
    for (int step = 0; step < 300; step++) {
      long executions = random.nextInt(50);
      server.count(executions);
      counted += executions;
      server.pass(Duration.ofSeconds(random.nextInt(400)));
      switch (random.nextInt(8)) {
        case 0 -> sampler = open();
        case 1 -> sampler.seal();
        case 2 -> sampler.sealIfOver(server.instant());
        case 3 -> {
          server.fail(ServerProblem.values()[random.nextInt(ServerProblem.values().length)]);
          look(sampler);
          server.recover();
        }
        case 4 -> {
          look(sampler);
          server.restart();
          look(sampler);
        }
        default -> look(sampler);
      }
    }
    look(sampler);
    sampler.seal();

    assertThat(calls().stream().mapToLong(Long::longValue).sum()).isEqualTo(counted);
  }

  private ServerSampler open() throws IOException {
    return ServerSampler.open("s", server, List.of(server), sink, server);
  }

  private static FollowReport look(ServerSampler sampler) throws IOException {
    return sampler.look(false, () -> false);
  }

  private CollectedWindow newest() {
    return windows.get(windows.size() - 1);
  }

  private List<Long> failedLooks() {
    return windows.stream()
        .map(window -> window.workload().quality().count(IssueReason.FAILED_LOOK))
        .toList();
  }

  private List<Long> calls() {
    return windows.stream().map(CollectedWindow::workload).map(ServerSamplerTest::calls).toList();
  }

  private static long calls(Workload workload) {
    long calls = 0;
    for (int row = 0; row < workload.statements().size(); row++) {
      calls += workload.statements().value(row, Measure.CALLS);
    }
    return calls;
  }
}
