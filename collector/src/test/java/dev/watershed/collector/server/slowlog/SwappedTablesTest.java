package dev.watershed.collector.server.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.sampling.KeptSamples;
import dev.watershed.collector.server.topology.ClaimingSessions;
import dev.watershed.collector.server.topology.IdentityClaims;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two names that lead now to one slow log and now to another: each row is read once. */
class SwappedTablesTest {

  private static final List<String> BOTH = List.of("first", "second");
  private static final int LETTERS = 26;

  private final LoggingServer x = new LoggingServer("one");
  private final LoggingServer y = new LoggingServer("two");
  private final Map<String, LoggingServer> ways = new TreeMap<>(Map.of("first", x, "second", y));
  private final Map<String, KeptSamples> windows =
      new TreeMap<>(Map.of("first", new KeptSamples(), "second", new KeptSamples()));
  private final Map<String, Long> logged = new TreeMap<>();
  private Run run = new Run();

  @Test
  void whatCameBetweenALookAndASampleIsReadUnderTheOtherName() throws Exception {
    log(x, 3);
    log(y, 2);
    lookAtBoth();
    log(x, 4);
    log(y, 5);
    sample("first");
    sample("second");
    swap();
    lookAtBoth();
    lookAtBoth();

    assertEachRowIsReadOnce();
    assertThat(windows.get("second").count(IssueReason.OTHER_SERVER)).isEqualTo(1);
  }

  @Test
  void whatALookThatFailedDidNotReadIsReadUnderTheOtherName() throws Exception {
    log(x, 3);
    log(y, 2);
    lookAtBoth();
    log(x, 4);
    x.setFailing(true);
    assertThat(look("first").failures()).hasSize(1);
    x.setFailing(false);
    swap();
    lookAtBoth();
    lookAtBoth();

    assertEachRowIsReadOnce();
  }

  /** The rows that the first name has in memory are put in place before the other one goes on. */
  @Test
  void aKillAfterTheSwapLosesNothing() throws Exception {
    log(x, 3);
    log(y, 2);
    lookAtBoth();
    swap();
    log(x, 4);
    assertThat(look("first").failures()).as("second has not let it go yet").hasSize(1);
    look("second");
    run.followers.get("second").seal();
    run = new Run();
    lookAtBoth();

    assertEachRowIsReadOnce();
  }

  @Test
  void whileRowsAreNotInPlaceTheOtherNameWaits() throws Exception {
    log(x, 3);
    look("first");
    swap();
    sample("first");
    FollowReport waiting = look("second");
    run.followers.get("first").seal();
    log(x, 1);
    FollowReport going = look("second");

    assertThat(waiting.notes()).anyMatch(note -> note.contains("another name still reads"));
    assertThat(going.failures()).isEmpty();
    assertEachRowIsReadOnce();
  }

  @Test
  void aTableThatWasRenamedMeanwhileIsReadToItsEnd() throws Exception {
    log(x, 3);
    log(y, 2);
    lookAtBoth();
    log(x, 4);
    swap();
    x.rotate();
    log(x, 2);
    log(y, 1);
    lookAtBoth();
    lookAtBoth();

    assertEachRowIsReadOnce();
    assertThat(windows.get("second").count(IssueReason.POSSIBLE_GAP)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverHappensEachRowIsReadOnce(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    for (int step = 0; step < 400; step++) {
      log(random.nextBoolean() ? x : y, random.nextInt(4));
      String name = BOTH.get(random.nextInt(2));
      switch (random.nextInt(14)) {
        case 0 -> nextRun();
        case 1 -> run = new Run();
        case 2 -> swap();
        case 3 -> ways.put(name, random.nextBoolean() ? x : y);
        case 4 -> x.setFailing(random.nextBoolean());
        case 5 -> run.followers.get(name).seal();
        case 6, 7 -> sample(name);
        default -> look(name);
      }
    }
    x.setFailing(false);
    ways.putAll(Map.of("first", y, "second", x));
    lookAtBoth();
    lookAtBoth();
    lookAtBoth();

    assertThat(logged).hasSizeGreaterThan(100);
    assertEachRowIsReadOnce();
  }

  private void log(LoggingServer server, int rows) {
    for (int i = 0; i < rows; i++) {
      String text = "SELECT * FROM " + word(logged.size());
      logged.put(text, 1L);
      server.log(text);
    }
  }

  /** Letters alone, as digits may be taken for a literal. */
  private static String word(int number) {
    return number == 0 ? "row_" : word(number / LETTERS) + (char) ('a' + number % LETTERS);
  }

  private void swap() {
    LoggingServer before = ways.get("first");
    ways.put("first", ways.get("second"));
    ways.put("second", before);
  }

  private FollowReport look(String name) throws IOException {
    return run.followers.get(name).look(false, () -> false);
  }

  private void lookAtBoth() throws IOException {
    for (String name : BOTH) {
      look(name);
    }
  }

  /** Asks for something else than the slow log, under the name. */
  private void sample(String name) {
    try (QuerySession session = run.sessions(name).session()) {
      session.verify();
    } catch (ServerException another) {
      assertThat(another).hasMessageContaining("the same server answers");
    }
  }

  private void nextRun() throws IOException {
    for (TableFollower follower : run.followers.values()) {
      follower.seal();
    }
    run = new Run();
  }

  private void assertEachRowIsReadOnce() throws IOException {
    nextRun();
    Map<String, Long> read = new TreeMap<>();
    for (KeptSamples kept : windows.values()) {
      for (Workload workload : kept.workloads()) {
        StatementTable table = workload.statements();
        for (int row = 0; row < table.size(); row++) {
          read.merge(
              workload.texts().get(table.textIndex(row)).fingerprint(),
              table.value(row, Measure.CALLS),
              Long::sum);
        }
      }
    }
    assertThat(read).containsExactlyEntriesOf(logged);
  }

  /** A run of the collector. */
  private final class Run {
    private final IdentityClaims claims = new IdentityClaims();
    private final Map<String, TableFollower> followers = new TreeMap<>();

    Run() {
      ReadTables tables = new ReadTables();
      try {
        for (String name : BOTH) {
          claims.remember(
              name, TableFollower.lastRead(name, windows.get(name)).stream().toList(), true);
          tables.remember(name, windows.get(name));
        }
        for (String name : BOTH) {
          followers.put(
              name,
              TableFollower.open(
                  name, sessions(name), SlowLogOptions.standard(), tables, windows.get(name)));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    QuerySessions sessions(String name) {
      return new ClaimingSessions(name, new Way(name), claims, identity -> {});
    }
  }

  /** Leads to whichever server it is. */
  private final class Way implements QuerySessions {
    private final String name;

    Way(String name) {
      this.name = name;
    }

    @Override
    public QuerySession session() {
      return ways.get(name).session();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
