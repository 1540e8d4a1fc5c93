package dev.watershed.benchmarks.fleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.Moves;
import dev.watershed.benchmarks.fleet.service.Service;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static FleetPlan plan;

  @BeforeAll
  static void make() {
    plan = FleetPlan.of(1, Moves.NONE);
  }

  @Test
  void aSeedRepeatsIt() {
    Service service = plan.services().service("booking");
    assertThat(Schedule.of(service, 0, 60, 1, new Random(5)))
        .isEqualTo(Schedule.of(service, 0, 60, 1, new Random(5)))
        .isNotEqualTo(Schedule.of(service, 0, 60, 1, new Random(6)));
  }

  @Test
  void everyWrittenActionHappensInTheShortestRun() {
    for (Service service : plan.services().all()) {
      Set<String> happened =
          Schedule.of(service, 0, 0.1, 1, new Random(5)).stream()
              .map(arrival -> arrival.action().name())
              .collect(Collectors.toSet());
      assertThat(happened)
          .as(service.name())
          .containsAll(
              service.actions().stream().filter(Action::written).map(Action::name).toList());
    }
  }

  @Test
  void actionsKeepToTheirTime() {
    for (Service service : plan.services().all()) {
      assertThat(Schedule.of(service, 0, 60, 1, new Random(5)))
          .allMatch(arrival -> arrival.action().happensAt(arrival.elapsed()))
          .isSortedAccordingTo((a, b) -> Double.compare(a.elapsed(), b.elapsed()));
    }
  }

  @Test
  void theSaleIsARush() {
    List<Arrival> arrivals =
        Schedule.of(plan.services().service("coupon"), 1, 600, 1, new Random(5));
    double sale = perShare(arrivals, Phase.SALE);
    double noon = perShare(arrivals, Phase.NOON);
    assertThat(sale / noon).isBetween(6.0, 10.0);
  }

  private static double perShare(List<Arrival> arrivals, Phase phase) {
    return arrivals.stream().filter(each -> Phase.at(each.elapsed()) == phase).count()
        / (phase.until() - phase.from());
  }

  @ParameterizedTest
  @CsvSource({"0, NIGHT", "0.12, MORNING", "0.5, SALE", "0.7, EVENING", "1, LATE"})
  void phasesFollowEachOther(double elapsed, Phase phase) {
    assertThat(Phase.at(elapsed)).isEqualTo(phase);
  }
}
