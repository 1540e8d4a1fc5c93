package dev.watershed.analyzer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Workload;
import java.util.List;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.junit.jupiter.api.Test;

/** One server shown by its log, others by their counters. */
class FleetLoadsTest {

  private static final Attribution MARKET = Attribution.of("market");
  private static final Attribution MEMBER = Attribution.of("member");
  private static final ServiceMapping ACCOUNTS = ServiceMapping.accounts();

  /** 7 s of the log, 100 s of counters. */
  private final Workload workload =
      new WorkloadFixture()
          .statement("SELECT 1")
          .user("market")
          .run(5_000_000)
          .user("")
          .run(2_000_000)
          .statement("SELECT a FROM b")
          .run(100_000_000)
          .build();

  @Test
  void exactTimeMovesTheIntervalAndDoesNotWidenIt() {
    ServerEstimate sampled =
        server("content-1", 100_000_000, new Samples().seen(1, "market", 40).seen(1, "member", 60));
    FleetLoad load = FleetLoads.byService(workload, ACCOUNTS, List.of(sampled));

    FleetLoad.Part market = part(load, MARKET);
    Interval alone = sampled.services().of(MARKET);
    assertThat(market.exactMicros()).isEqualTo(5_000_000);
    assertThat(market.micros().estimate()).isEqualTo(45_000_000);
    assertThat(market.micros().width()).isCloseTo(alone.width(), within(1.0));
    assertThat(market.micros().low()).isCloseTo(5_000_000 + alone.low(), within(1.0));
    assertThat(part(load, MEMBER).exactMicros()).isZero();
    assertThat(part(load, Attribution.NONE).exactMicros())
        .as("of the log; the counters are shared")
        .isEqualTo(2_000_000);
    assertThat(load.totalMicros()).isEqualTo(107_000_000);
    assertThat(sum(load)).isCloseTo(107_000_000, within(1.0));
  }

  @Test
  void timeWithoutSamplesIsInTheUpperEndOnce() {
    ServerEstimate sampled =
        ServerEstimates.estimate(
            "content-1",
            new Samples().seen(1, "market", 40).seen(1, "member", 60).build(),
            LongLongHashMap.newWithKeysValues(1, 100_000_000, 2, 50_000_000),
            ACCOUNTS,
            "");
    assertThat(sampled.services().openMicros()).isPositive();
    FleetLoad load = FleetLoads.byService(workload, ACCOUNTS, List.of(sampled));
    Interval alone = sampled.services().of(MARKET);
    Interval market = part(load, MARKET).micros();
    assertThat(market.low()).isCloseTo(5_000_000 + alone.low(), within(1.0));
    assertThat(market.high()).isCloseTo(5_000_000 + alone.high(), within(1.0));
    assertThat(market.width()).isEqualTo(market.high() - market.low());
    assertThat(load.openMicros()).isEqualTo(sampled.services().openMicros());
    assertThat(load.samples()).isEqualTo(100);
  }

  @Test
  void intervalsOfServersAddUpByTheirSquares() {
    Samples samples = new Samples().seen(1, "market", 50).seen(1, "member", 50);
    ServerEstimate one = server("a", 50_000_000, samples);
    ServerEstimate other = server("b", 50_000_000, samples);
    FleetLoad load = FleetLoads.byService(workload, ACCOUNTS, List.of(one, other));
    double each = one.services().of(MEMBER).width();
    assertThat(part(load, MEMBER).micros().width()).isCloseTo(each * Math.sqrt(2), within(1.0));
    assertThat(part(load, MEMBER).samples()).isEqualTo(100);
  }

  @Test
  void aServerWithoutLooksIsInNoService() {
    FleetLoad load =
        FleetLoads.byService(
            workload, ACCOUNTS, List.of(server("content-1", 100_000_000, new Samples())));
    assertThat(load.unattributedMicros()).isEqualTo(100_000_000);
    assertThat(part(load, MARKET).micros().width()).isZero();
    assertThat(load.unclaimedShare()).hasValueCloseTo(102.0 / 107, within(1e-9));
    assertThat(load.leastUnclaimedShare()).hasValueCloseTo(2.0 / 107, within(1e-9));
  }

  @Test
  void logsAloneAreExact() {
    FleetLoad load = FleetLoads.byService(workload, ACCOUNTS, List.of());
    assertThat(load.estimated()).isFalse();
    assertThat(load.services()).allSatisfy(part -> assertThat(part.micros().width()).isZero());
    assertThat(part(load, Attribution.NONE).exactMicros()).isEqualTo(102_000_000);
  }

  private static ServerEstimate server(String name, long micros, Samples samples) {
    return ServerEstimates.estimate(
        name, samples.build(), LongLongHashMap.newWithKeysValues(1, micros), ACCOUNTS, "");
  }

  private static FleetLoad.Part part(FleetLoad load, Attribution service) {
    return load.services().stream()
        .filter(part -> part.service().equals(service))
        .findFirst()
        .orElseThrow();
  }

  private static double sum(FleetLoad load) {
    return load.services().stream().mapToDouble(part -> part.micros().estimate()).sum();
  }
}
