package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.rounds.RoundLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void howeverManyComeTwoAreAtIt() throws Exception {
    Turns turns = Turns.standard();
    AtomicInteger atIt = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(
            threads.submit(
                () -> {
                  turns.take(
                      () -> {
                        most.accumulateAndGet(atIt.incrementAndGet(), Math::max);
                        Thread.yield();
                        atIt.decrementAndGet();
                      });
                  return done.incrementAndGet();
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most.get()).isBetween(1, 2);
    assertThat(done.get()).isEqualTo(200);
  }

  @Test
  void whoFailsGivesItsTurnBack() throws IOException {
    Turns turns = Turns.standard();
    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new IOException("the disk is full");
                      }));
    }
    List<String> done = new ArrayList<>();
    turns.take(() -> done.add("done"));
    assertThat(done).containsExactly("done");
  }

  /** More servers than turns are silent; another one is sampled to its end meanwhile. */
  @Test
  void aServerThatDoesNotAnswerHasNoTurn() throws Exception {
    Turns turns = Turns.standard();
    SilentServer silent = new SilentServer(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<FollowReport>> waiting = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ServerSampler sampler = open("silent-" + i, silent, turns);
        waiting.add(threads.submit(() -> sampler.look(false, () -> false)));
      }
      silent.awaitAsked();
      CountingServer counting = new CountingServer();
      ServerSampler sampler = open("counting", counting, turns);
      sampler.look(false, () -> false);
      counting.count(3);
      counting.pass(Duration.ofMinutes(1));
      sampler.look(false, () -> false);

      assertThat(sampler.seal().events()).isEqualTo(3);
      assertThat(waiting).noneMatch(Future::isDone);
      silent.end();
      for (Future<FollowReport> look : waiting) {
        assertThat(look.get().failures()).containsExactly("it never answered");
      }
    } finally {
      silent.end();
      threads.shutdownNow();
    }
  }

  private static ServerSampler open(String name, QuerySessions sessions, Turns turns)
      throws IOException {
    CountingServer domain = sessions instanceof CountingServer own ? own : new CountingServer();
    return ServerSampler.open(
        name, sessions, List.of(domain), RoundLoop.Taken::new, turns, new Forgetful(), domain);
  }

  /** Does not answer until it is ended, and then fails. */
  private static final class SilentServer implements QuerySessions {
    private final CountDownLatch asked;
    private final CountDownLatch ended = new CountDownLatch(1);

    SilentServer(int askers) {
      this.asked = new CountDownLatch(askers);
    }

    void awaitAsked() throws InterruptedException {
      asked.await();
    }

    void end() {
      ended.countDown();
    }

    @Override
    public QuerySession session() throws ServerException {
      asked.countDown();
      try {
        ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new ServerException(ServerProblem.REFUSED, "it never answered");
    }

    @Override
    public void close() {
      end();
    }
  }

  /** Keeps nothing. */
  private static final class Forgetful implements WindowSink {
    @Override
    public Optional<Sealed> last(String server, String source) {
      return Optional.empty();
    }

    @Override
    public void put(CollectedWindow window) {
      // Its events are in the report.
    }
  }
}
