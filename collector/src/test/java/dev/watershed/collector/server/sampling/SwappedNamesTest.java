package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.topology.ClaimingSessions;
import dev.watershed.collector.server.topology.IdentityClaims;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.WorkloadBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two names whose addresses lead now to one server and now to another, over several runs. */
class SwappedNamesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final List<String> BOTH = List.of("first", "second");

  private final CountingServer x = new CountingServer();
  private final CountingServer y = new CountingServer();
  private final Map<String, CountingServer> ways = new TreeMap<>(Map.of("first", x, "second", y));
  private final Map<String, KeptSamples> windows =
      new TreeMap<>(Map.of("first", new KeptSamples(), "second", new KeptSamples()));
  private final List<Told> told = new ArrayList<>();
  private Run run = new Run(BOTH);

  SwappedNamesTest() {
    y.becomeAnother("two", 1_000_000);
  }

  @Test
  void aNameThatDoesNotAnswerKeepsItsServerAndLosesNothing() throws IOException {
    ways.put("second", x);
    look("first");
    x.count(3);
    look("first");
    x.fail(ServerProblem.REFUSED);
    x.count(4);
    look("first");
    x.recover();
    assertThat(look("second").failures())
        .hasSize(1)
        .first()
        .asString()
        .contains("the same server answers as for first", "leave second out");
    x.count(5);
    look("first");

    assertThat(sum()).isEqualTo(12);
  }

  /** Also when the next run finds only the other one awake. */
  @Test
  void theNextRunKnowsWhoseServerItIs() throws IOException {
    look("first");
    nextRun(BOTH);
    ways.put("second", x);
    x.count(4);
    assertThat(look("second").failures()).hasSize(1);
    x.count(5);
    look("first");

    assertThat(sum()).isEqualTo(9);
  }

  @Test
  void namesThatSwapTheirServersBeginAnewWithThem() throws IOException {
    look("first");
    look("second");
    x.count(3);
    y.count(5);
    look("first");
    look("second");
    ways.putAll(Map.of("first", y, "second", x));
    x.count(10);
    y.count(20);
    assertThat(look("first").failures()).as("second has not let it go yet").hasSize(1);
    assertThat(look("second").failures()).isEmpty();
    assertThat(look("first").failures()).isEmpty();
    x.count(1);
    y.count(2);
    look("first");
    look("second");

    assertThat(sum()).isEqualTo(3 + 5 + 1 + 2);
    assertNothingIsToldTwice();
  }

  /** The configuration named the server otherwise for a while. */
  @Test
  void whatWasCountedUnderAnotherNameIsNotCountedAgain() throws IOException {
    ways.put("second", x);
    nextRun(List.of("first"));
    look("first");
    x.count(3);
    look("first");
    nextRun(List.of("second"));
    look("second");
    x.count(10);
    look("second");
    nextRun(List.of("first"));
    x.count(20);
    FollowReport report = look("first");
    x.count(40);
    look("first");
    nextRun(List.of("first"));

    assertThat(report.notes())
        .hasSize(1)
        .first()
        .asString()
        .contains("was counted under another name until 2026-11-23T0");
    assertThat(windows.get("first").count(IssueReason.OTHER_SERVER)).isEqualTo(1);
    assertThat(sum()).isEqualTo(3 + 10 + 40);
    assertNothingIsToldTwice();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverHappensNothingIsToldTwice(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> configurations = List.of(BOTH, List.of("first"), List.of("second"));
    for (int step = 0; step < 300; step++) {
      x.count(random.nextInt(5));
      y.count(random.nextInt(5));
      switch (random.nextInt(12)) {
        case 0 -> nextRun(configurations.get(random.nextInt(3)));
        case 1 -> ways.put(BOTH.get(random.nextInt(2)), random.nextBoolean() ? x : y);
        case 2 -> (random.nextBoolean() ? x : y).fail(ServerProblem.REFUSED);
        case 3, 4 -> {
          x.recover();
          y.recover();
        }
        default -> look(run.names.get(random.nextInt(run.names.size())));
      }
    }
    nextRun(BOTH);

    assertThat(told).isNotEmpty();
    assertNothingIsToldTwice();
  }

  private void assertNothingIsToldTwice() {
    List<Told> inOrder = told.stream().sorted(Comparator.comparingLong(Told::from)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      assertThat(inOrder.get(i).from()).isGreaterThanOrEqualTo(inOrder.get(i - 1).until());
    }
  }

  private long sum() {
    return told.stream().mapToLong(some -> some.until() - some.from()).sum();
  }

  private FollowReport look(String name) throws IOException {
    x.pass(MINUTE);
    y.pass(MINUTE);
    return run.samplers.get(name).look(false, () -> false);
  }

  private void nextRun(List<String> names) throws IOException {
    for (ServerSampler sampler : run.samplers.values()) {
      sampler.seal();
    }
    run = new Run(names);
  }

  /** A run with a configuration of these names. */
  private final class Run {
    private final List<String> names;
    private final Map<String, ServerSampler> samplers = new TreeMap<>();

    Run(List<String> names) {
      this.names = names;
      IdentityClaims claims = new IdentityClaims();
      try {
        for (String name : BOTH) {
          claims.remember(
              name, ServerSampler.counted(name, windows.get(name)), names.contains(name));
        }
        for (String name : names) {
          QuerySessions sessions =
              new ClaimingSessions(name, new Way(name), claims, identity -> {});
          samplers.put(
              name,
              ServerSampler.open(name, sessions, List.of(new Counter()), windows.get(name), x));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Leads to whichever server it is. */
  private final class Way implements QuerySessions {
    private final String name;

    Way(String name) {
      this.name = name;
    }

    @Override
    public QuerySession session() throws ServerException {
      return ways.get(name).session();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** A part of a counter that was told. */
  private record Told(long from, long until) {}

  /** The counter of the server that answers; remembers what it tells. */
  private final class Counter implements Domain<Long, Told> {

    @Override
    public String name() {
      return "counted";
    }

    @Override
    public List<String> tables() {
      return List.of();
    }

    @Override
    public Long sample(ServerQueries server, Optional<Long> previous) throws ServerException {
      CountingServer answering = server.identity().id().equals("two") ? y : x;
      return answering.sample(server, previous);
    }

    @Override
    public Long beginning() {
      return 0L;
    }

    @Override
    public Told difference(Long previous, Long current) {
      return new Told(previous, current);
    }

    @Override
    public void contribute(Told difference, SampleSpan span, WorkloadBuilder window) {
      told.add(difference);
    }

    @Override
    public void encode(Long sample, ByteWriter bytes) {
      x.encode(sample, bytes);
    }

    @Override
    public Long decode(ByteReader bytes) throws DamagedBytesException {
      return x.decode(bytes);
    }
  }
}
