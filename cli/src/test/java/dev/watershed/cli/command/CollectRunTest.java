package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.cli.Contexts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.Termination;
import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.FollowedLog;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.MissedLooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several servers at a time, some of which hang or fail. */
class CollectRunTest {

  private static final String SLOW = "slow-1";
  private static final Optional<Duration> AGAIN_AND_AGAIN = Optional.of(Duration.ofMillis(1));

  @TempDir Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /** A store that answers for one server only when another one has been looked at often enough. */
  private static class HangingSink implements WindowSink {
    private final CountDownLatch others;

    HangingSink(int windows) {
      others = new CountDownLatch(windows);
    }

    @Override
    public Optional<Sealed> last(String server, String source) throws IOException {
      if (server.equals(SLOW)) {
        await();
      }
      return Optional.empty();
    }

    @Override
    public synchronized void put(CollectedWindow window) throws IOException {
      others.countDown();
    }

    private void await() throws IOException {
      try {
        if (!others.await(1, TimeUnit.MINUTES)) {
          throw new IOException("held up the others");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  @Test
  void aServerThatHangsHoldsUpNoOther() throws IOException {
    try (Termination termination = Termination.install()) {
      List<CollectedSource> sources =
          CollectRun.run(
              servers(new HangingSink(4), SLOW, "booking-1", "plan-1"), true, once(termination));
      assertThat(sources)
          .extracting(CollectedSource::server)
          .containsExactly(SLOW, "booking-1", "plan-1");
      assertThat(sources).allMatch(source -> source.events() == 20 && source.failures().isEmpty());
    }
  }

  @Test
  void aBugInOneEndsAllInGoodOrder() throws IOException {
    List<String> put = new ArrayList<>();
    WindowSink sink =
        new HangingSink(2) {
          @Override
          public Optional<Sealed> last(String server, String source) throws IOException {
            super.last(server, source);
            if (server.equals(SLOW)) {
              throw new IllegalStateException("a bug");
            }
            return Optional.empty();
          }

          @Override
          public synchronized void put(CollectedWindow window) throws IOException {
            super.put(window);
            put.add(window.server());
          }
        };
    try (Termination termination = Termination.install()) {
      Pace pace = new Pace(Clock.systemUTC(), AGAIN_AND_AGAIN, Optional.empty(), termination);
      List<ServerRun> servers = servers(sink, SLOW, "booking-1");
      assertThatThrownBy(() -> CollectRun.run(servers, true, pace)).hasRootCauseMessage("a bug");
      assertThat(put).hasSizeGreaterThanOrEqualTo(2).containsOnly("booking-1");
    }
  }

  @Test
  void aCatalogThatHangsHoldsUpNoOther() throws IOException {
    HangingSink sink = new HangingSink(2);
    List<SourceRun> runs = new ArrayList<>(servers(sink, "booking-1"));
    runs.add(
        0,
        new CatalogRun(
            context(),
            "booking-1",
            (now, stopped) -> {
              sink.await();
              return Optional.empty();
            }));
    try (Termination termination = Termination.install()) {
      List<CollectedSource> sources = CollectRun.run(runs, true, once(termination));
      assertThat(sources).allMatch(source -> source.failures().isEmpty());
      assertThat(sources.get(1).events()).isEqualTo(20);
    }
  }

  @Test
  void aCatalogThatFailsIsSaidOnceAndFailsItsSourceAlone() throws IOException {
    List<SourceRun> runs = new ArrayList<>(servers(new HangingSink(0), "booking-1"));
    List<Boolean> looks = new ArrayList<>();
    try (Termination termination = Termination.install()) {
      runs.add(
          new CatalogRun(
              context(),
              "booking-1",
              (now, stopped) -> {
                looks.add(stopped.getAsBoolean());
                if (looks.size() == 3) {
                  termination.request();
                }
                throw new ServerException(ServerProblem.REFUSED, "nobody listens");
              }));
      Pace pace = new Pace(Clock.systemUTC(), AGAIN_AND_AGAIN, Optional.empty(), termination);
      List<CollectedSource> sources = CollectRun.run(runs, true, pace);
      assertThat(sources.get(0).failures()).isEmpty();
      assertThat(sources.get(1).failures()).containsExactly("nobody listens");
      assertThat(errors.toString(StandardCharsets.UTF_8))
          .containsOnlyOnce("booking-1: nobody listens");
    }
  }

  /** A log is read on from where it was left; a look at counters is over. */
  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void aLookThatFailsAndIsNotMadeUpForIsMissedInTheEnd(long missed, boolean complete) {
    try (Termination termination = Termination.install()) {
      FailsAtFirst follower = new FailsAtFirst(missed, termination);
      ServerRun run =
          new ServerRun(
              context(), new FollowedSource("booking-1", "perfschema", "", () -> follower));
      Pace pace = new Pace(Clock.systemUTC(), AGAIN_AND_AGAIN, Optional.empty(), termination);
      CollectedSource source = CollectRun.run(List.of(run), false, pace).get(0);

      assertThat(source.failures()).as("all was well at the end").isEmpty();
      assertThat(source.missed())
          .isEqualTo(complete ? MissedLooks.NONE : new MissedLooks(missed, List.of("away")));
      assertThat(source.complete()).isEqualTo(complete);
      assertThat(errors.toString(StandardCharsets.UTF_8)).containsOnlyOnce("booking-1: away");
    }
  }

  /** Fails at the first look, and ends the run at the third. */
  private static final class FailsAtFirst implements Follower {
    private final long missed;
    private final Termination termination;
    private int looks;

    FailsAtFirst(long missed, Termination termination) {
      this.missed = missed;
      this.termination = termination;
    }

    @Override
    public FollowReport look(boolean ended, BooleanSupplier stopped) {
      looks++;
      if (looks == 3) {
        termination.request();
      }
      return looks == 1
          ? new FollowReport(0, 0, List.of(), List.of("away"), missed)
          : FollowReport.NOTHING;
    }

    @Override
    public FollowReport sealIfOver(Instant now) {
      return FollowReport.NOTHING;
    }

    @Override
    public FollowReport seal() {
      return FollowReport.NOTHING;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static Pace once(Termination termination) {
    return new Pace(Clock.systemUTC(), Optional.empty(), Optional.empty(), termination);
  }

  private List<ServerRun> servers(WindowSink sink, String... names) throws IOException {
    List<ServerRun> servers = new ArrayList<>();
    for (String name : names) {
      Path log = folder.resolve(name + ".log");
      SimulatedServer server = new SimulatedServer(log, 1);
      server.run(20, Duration.ofMinutes(5));
      server.flush();
      FollowedLog followed = new FollowedLog(name, log, name, SlowLogOptions.standard());
      servers.add(new ServerRun(context(), FollowedSource.of(followed, sink)));
    }
    return servers;
  }

  private CommandContext context() {
    return Contexts.of(folder, "", new ByteArrayOutputStream(), errors);
  }
}
