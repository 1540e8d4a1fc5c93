package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CollectorProcess;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The collector is killed with SIGKILL, again and again, while its servers work. Its clock is so
 * fast that a slot is over, and put in place, at every look.
 */
class LiveKillFaultTest {

  private static final int KILLS = Integer.getInteger("watershed.live.kills", 10);
  private static final int SPEED = 50_000;
  private static final int LONGEST_LIFE_MILLIS = 1_500;
  private static final int PUTTING_IN_PLACE_MILLIS = 30;

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void killedAtAnyMomentItCountsEveryStatementOnce(
      @Live(Product.MYSQL) LiveServer first, @Live(Product.MARIADB) LiveServer second)
      throws Exception {
    Fleet fleet = new Fleet(folder).add("booking-1", first).add("member-1", second);
    Marked statement = new Marked("survived");
    Instant since = Instant.now();
    SplittableRandom random = new SplittableRandom(1);
    once(since);
    int before = windows(fleet);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Long> ofFirst = traffic(first, statement, over);
    CompletableFuture<Long> ofSecond = traffic(second, statement, over);
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        CollectorProcess process = startSampling(since);
        if (kill % 2 == 0) {
          process.endsWithin(random.nextInt(LONGEST_LIFE_MILLIS));
        } else {
          awaitWindow(fleet, process);
          process.endsWithin(random.nextInt(PUTTING_IN_PLACE_MILLIS));
        }
        assertThat(process.alive()).as(said()).isTrue();
        process.kill();
      }
    } finally {
      over.set(true);
    }
    long executedByFirst = ofFirst.get();
    long executedBySecond = ofSecond.get();
    int sealed = windows(fleet) - before;
    once(since);

    assertThat(sealed).as("windows of killed processes").isGreaterThanOrEqualTo(KILLS / 2);
    assertThat(executedByFirst).isPositive();
    assertThat(fleet.calls("booking-1", statement)).isEqualTo(executedByFirst);
    assertThat(fleet.calls("member-1", statement)).isEqualTo(executedBySecond);
    for (String server : List.of("booking-1", "member-1")) {
      assertThat(fleet.issues(server, IssueReason.COUNTERS_RESET)).isZero();
      assertThat(fleet.issues(server, IssueReason.RESTART)).isZero();
      assertThat(fleet.issues(server, IssueReason.OTHER_SERVER)).isZero();
    }
  }

  private void once(Instant since) throws Exception {
    CollectorProcess process =
        CollectorProcess.startHurried(folder, since, SPEED, "-c", Fleet.CONFIGURATION);
    assertThat(process.exitCode()).as(said()).isZero();
  }

  /** Starts it, and returns when it holds the store. */
  private CollectorProcess startSampling(Instant since) throws Exception {
    Files.deleteIfExists(folder.resolve("output"));
    CollectorProcess process =
        CollectorProcess.startHurried(
            folder, since, SPEED, "-c", Fleet.CONFIGURATION, "--every", "1s");
    while (!holdsStore(process)) {
      assertThat(process.endsWithin(10)).as(said()).isFalse();
    }
    return process;
  }

  private void awaitWindow(Fleet fleet, CollectorProcess process) throws Exception {
    int before = windows(fleet);
    while (windows(fleet) == before) {
      assertThat(process.endsWithin(10)).as(said()).isFalse();
    }
  }

  private static int windows(Fleet fleet) throws Exception {
    return fleet.windows("booking-1") + fleet.windows("member-1");
  }

  private boolean holdsStore(CollectorProcess process) throws Exception {
    Path lock = folder.resolve("workload/lock");
    return Files.exists(lock) && Files.readString(lock).contains("process " + process.id() + " ");
  }

  private String said() throws Exception {
    Path output = folder.resolve("output");
    return Files.exists(output) ? Files.readString(output) : "";
  }

  /** Sends the statement until it is over; how often it did. */
  private static CompletableFuture<Long> traffic(
      LiveServer server, Marked statement, AtomicBoolean over) {
    CompletableFuture<Long> executed = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try (Connection connection = server.connect()) {
                long count = 0;
                while (!over.get()) {
                  statement.run(connection, 1);
                  count++;
                  Thread.sleep(2);
                }
                executed.complete(count);
              } catch (Exception e) {
                executed.completeExceptionally(e);
              }
            },
            "traffic");
    thread.start();
    return executed;
  }
}
