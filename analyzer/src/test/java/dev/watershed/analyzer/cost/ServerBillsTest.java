package dev.watershed.analyzer.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.attribution.AttributedLoad;
import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.FleetLoads;
import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.series.HostCpu;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Workload;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerBillsTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final Money COST = new Money("JPY", 1_000);
  private static final ServiceMapping ACCOUNTS = ServiceMapping.accounts();

  /** In ten minutes shop takes a second each, and stats three in the last five. */
  private static Workload workload() {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int minute = 0; minute < 10; minute++) {
      fixture.at(START.plusSeconds(60L * minute + 30).toString());
      fixture.user("shop").run(1_000_000);
      if (minute >= 5) {
        fixture.user("stats").run(3_000_000);
      }
    }
    return fixture.build();
  }

  /** The host is busy by a tenth, and by nine tenths in the last five of so many minutes. */
  private static HostCpu host(int minutes) {
    return host(minutes, 10_000, 90_000);
  }

  private static HostCpu host(int minutes, long first, long last) {
    ObservationsBuilder all = new ObservationsBuilder(ObservationBounds.standard());
    for (int minute = 0; minute < minutes; minute++) {
      ServerMinutes.Key key = new ServerMinutes.Key("uuid", START.getEpochSecond() / 60 + minute);
      all.minutes().add(key, ServerMinutes.Figure.HOST_SAMPLES, 1);
      all.minutes()
          .add(key, ServerMinutes.Figure.HOST_CPU_MILLIPERCENT_SUM, minute >= 5 ? last : first);
    }
    return HostCpu.of(all.build().minutes());
  }

  private static ServerBill bill(Workload workload, HostCpu host) {
    return ServerBills.of(
        "db",
        COST,
        FleetLoads.byService(workload, ACCOUNTS, List.of()),
        ServiceSlots.of(workload, ACCOUNTS),
        host);
  }

  private static double of(ServerBill bill, String service) {
    return bill.parts().stream()
        .filter(part -> part.service().equals(Optional.of(service)))
        .mapToDouble(part -> part.cost().amount())
        .sum();
  }

  private static double sum(ServerBill bill) {
    return bill.parts().stream().mapToDouble(part -> part.cost().amount()).sum();
  }

  @Test
  void withoutTheHostStatementTimeTells() {
    ServerBill bill = bill(workload(), host(0));
    assertThat(bill.method()).isEqualTo(ApportionMethod.STATEMENT_TIME);
    assertThat(of(bill, "shop")).isCloseTo(400, within(1e-9));
    assertThat(of(bill, "stats")).isCloseTo(600, within(1e-9));
    assertThat(bill.parts().get(0).service()).contains("stats");
  }

  @Test
  void theHostsProcessorsAreSharedMinuteByMinute() {
    ServerBill bill = bill(workload(), host(10));
    assertThat(bill.method()).isEqualTo(ApportionMethod.HOST_CPU);
    double stats = 5 * 0.9 * 3 / 4;
    assertThat(of(bill, "stats")).isCloseTo(1_000 * stats / (5 * 0.1 + 5 * 0.9), within(1e-9));
    assertThat(sum(bill)).isCloseTo(1_000, within(1e-9));
  }

  @Test
  void aHostKnownInFewMinutesDoesNotTell() {
    assertThat(bill(workload(), host(9)).method()).isEqualTo(ApportionMethod.HOST_CPU);
    assertThat(bill(workload(), host(8)).method()).isEqualTo(ApportionMethod.STATEMENT_TIME);
  }

  @Test
  void aHostThatSeemsIdleDoesNotTell() {
    ServerBill bill = bill(workload(), host(10, 0, 0));
    assertThat(bill.method()).isEqualTo(ApportionMethod.STATEMENT_TIME);
    assertThat(sum(bill)).isCloseTo(1_000, within(1e-9));
  }

  @Test
  void aServerOnWhichNothingRanIsNobodys() {
    ServerBill bill = bill(new WorkloadFixture().build(), host(10));
    assertThat(bill.method()).isEqualTo(ApportionMethod.NOTHING);
    assertThat(bill.parts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.service()).isEmpty();
              assertThat(part.cost()).isEqualTo(COST);
            });
  }

  /** What samples do not claim for a service belongs to nobody, with what is uncertain of it. */
  @Test
  void samplesGiveRanges() {
    AttributedLoad load = new AttributedLoad(List.of(), 0, 0, 0, 1_000);
    FleetLoad sampled =
        new FleetLoad(
            List.of(
                new FleetLoad.Part(Attribution.of("shop"), 100, new Interval(400, 300, 550), 40),
                new FleetLoad.Part(Attribution.of("stats"), 0, new Interval(200, 50, 400), 20),
                new FleetLoad.Part(Attribution.of("mail"), 0, new Interval(200, 100, 300), 20),
                new FleetLoad.Part(Attribution.NONE, 0, new Interval(100, 50, 200), 10)),
            30,
            0,
            1_000,
            List.of(new ServerEstimate("db", load, load, List.of(), 90, 90, List.of())));
    ServerBill bill =
        ServerBills.of("db", COST, sampled, ServiceSlots.of(workload(), ACCOUNTS), host(10));
    assertThat(bill.method()).isEqualTo(ApportionMethod.SAMPLED_TIME);
    assertThat(bill.method().estimated()).isTrue();
    assertThat(ApportionMethod.STATEMENT_TIME.estimated()).isFalse();
    assertThat(bill.parts())
        .extracting(
            part -> part.service().orElse("nobody"),
            part -> Math.round(part.cost().amount()),
            part -> Math.round(part.low().amount()),
            part -> Math.round(part.high().amount()))
        .containsExactly(
            tuple("shop", 500L, 400L, 650L),
            tuple("mail", 200L, 100L, 300L),
            tuple("stats", 200L, 50L, 400L),
            tuple("nobody", 100L, 0L, 450L));
  }
}
