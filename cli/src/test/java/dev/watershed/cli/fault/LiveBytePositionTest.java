package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose connection breaks behind any byte that the server sends: it ends within its limits,
 * names the server, keeps what the other server gave, and the next run goes on exactly.
 */
class LiveBytePositionTest {

  private static final int EVEN_POSITIONS = 25;
  private static final int RANDOM_POSITIONS = 7;

  /** Inside the greeting, which is the first thing that a server says. */
  private static final int IN_GREETING = 20;

  /** Longer than a connection, a statement and the silence behind it may take together. */
  private static final Duration CUT_LIMIT = Duration.ofSeconds(30);

  /** Longer than the silence that the questions for a catalog may take, and a connection. */
  private static final Duration FREEZE_LIMIT = Duration.ofSeconds(90);

  private static final PipeFault[] ENDS = {PipeFault.CUT, PipeFault.CLOSED, PipeFault.GONE};

  private static final int BROKEN_CALLS = 2;
  private static final int SOUND_CALLS = 3;

  private final Marked statement = new Marked("position");
  @TempDir private Path folder;
  private int rounds;

  @Test
  @Live(Product.MYSQL)
  void brokenBehindAnyByte(
      @Live(Product.MYSQL) LiveServer broken,
      @Live(value = Product.MYSQL, flags = LiveProcessFaultTest.ANOTHER) LiveServer sound)
      throws Exception {
    try (BytePipe pipe = new BytePipe(broken)) {
      Fleet fleet =
          new Fleet(folder)
              .add("broken-1", pipe.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("sound-1", sound);
      fleet.collectAll();
      long healthy = Math.min(healthyBytes(fleet, pipe), healthyBytes(fleet, pipe));
      int happened = 0;
      int told = 0;
      for (long position : positions(healthy)) {
        PipeFault fault = ENDS[rounds % ENDS.length];
        told += broken(fleet, pipe, fault, position, broken, sound) ? 1 : 0;
        happened += pipe.happenedBefore() ? 1 : 0;
      }
      // A run may send less than the one that was measured, and is not broken then.
      assertThat(happened).as("broken of %d runs", rounds).isGreaterThan(rounds / 2);
      assertThat(told).as("told of %d broken runs", happened).isGreaterThan(happened / 2);
      assertThat(broken(fleet, pipe, PipeFault.DELAYED, IN_GREETING, broken, sound)).isFalse();
      assertThat(broken(fleet, pipe, PipeFault.DELAYED, healthy / 2, broken, sound)).isFalse();
    }
  }

  private static long healthyBytes(Fleet fleet, BytePipe pipe) throws Exception {
    pipe.plan(PipeFault.NONE, 0);
    fleet.collectAll();
    return pipe.sent();
  }

  private static Set<Long> positions(long bytes) {
    Set<Long> positions = new TreeSet<>();
    for (int i = 0; i < EVEN_POSITIONS; i++) {
      positions.add(bytes * i / EVEN_POSITIONS);
    }
    SplittableRandom random = new SplittableRandom(19);
    for (int i = 0; i < RANDOM_POSITIONS; i++) {
      positions.add(random.nextLong(bytes));
    }
    return positions;
  }

  /** One run with a fault and one without; returns whether the first one said that it failed. */
  private boolean broken(
      Fleet fleet,
      BytePipe pipe,
      PipeFault fault,
      long position,
      LiveServer broken,
      LiveServer sound)
      throws Exception {
    String place = fault + " behind byte " + position;
    statement.run(broken, BROKEN_CALLS);
    statement.run(sound, SOUND_CALLS);
    rounds++;
    pipe.plan(fault, position);
    long start = System.nanoTime();
    int exitCode = fleet.collect();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(place).isLessThan(CUT_LIMIT);
    boolean failed = exitCode != 0;
    if (failed) {
      assertThat(exitCode).as(place).isEqualTo(4);
      assertThat(fleet.errors()).as(place).contains("broken-1: ").doesNotContain("sound-1: ");
    } else {
      // What breaks while the account is asked is asked once more, by a connection that works.
      assertThat(calls(fleet, "broken-1")).as(place).isEqualTo(BROKEN_CALLS * rounds);
    }
    assertThat(calls(fleet, "sound-1")).as(place).isEqualTo(SOUND_CALLS * rounds);
    pipe.plan(PipeFault.NONE, 0);
    fleet.collectAll();
    assertThat(calls(fleet, "broken-1")).as(place).isEqualTo(BROKEN_CALLS * rounds);
    assertThat(calls(fleet, "sound-1")).as(place).isEqualTo(SOUND_CALLS * rounds);
    return failed;
  }

  private long calls(Fleet fleet, String server) throws Exception {
    return fleet.calls(server, statement);
  }

  /** Both in one run, so that the waiting is done once. */
  @Test
  @Live(Product.MYSQL)
  void frozenInTheGreetingAndInTheMiddle(
      @Live(Product.MYSQL) LiveServer first,
      @Live(Product.MARIADB) LiveServer second,
      @Live(value = Product.MYSQL, flags = LiveProcessFaultTest.ANOTHER) LiveServer sound)
      throws Exception {
    try (BytePipe greeting = new BytePipe(first);
        BytePipe middle = new BytePipe(second)) {
      Fleet fleet =
          new Fleet(folder)
              .add("greeting-1", greeting.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("middle-1", middle.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("sound-1", sound);
      fleet.collectAll();
      long healthy = middle.sent();
      statement.run(first, BROKEN_CALLS);
      statement.run(second, BROKEN_CALLS);
      statement.run(sound, SOUND_CALLS);
      greeting.plan(PipeFault.FROZEN, IN_GREETING);
      middle.plan(PipeFault.FROZEN, healthy / 2);
      long start = System.nanoTime();
      assertThat(fleet.collect()).as(fleet.errors()).isEqualTo(4);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FREEZE_LIMIT);
      assertThat(greeting.happened() && middle.happened()).isTrue();
      assertThat(fleet.errors()).contains("middle-1: ").doesNotContain("sound-1: ");
      // Its account is asked once more, by a connection that works.
      assertThat(calls(fleet, "greeting-1")).isEqualTo(BROKEN_CALLS);
      assertThat(calls(fleet, "sound-1")).isEqualTo(SOUND_CALLS);
      greeting.plan(PipeFault.NONE, 0);
      middle.plan(PipeFault.NONE, 0);
      fleet.collectAll();
      assertThat(calls(fleet, "greeting-1")).isEqualTo(BROKEN_CALLS);
      assertThat(calls(fleet, "middle-1")).isEqualTo(BROKEN_CALLS);
      assertThat(calls(fleet, "sound-1")).isEqualTo(SOUND_CALLS);
    }
  }
}
