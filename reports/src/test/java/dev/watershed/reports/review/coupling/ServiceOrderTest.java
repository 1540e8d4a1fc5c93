package dev.watershed.reports.review.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.reports.review.chart.MatrixChart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceOrderTest {

  private static final Parties PARTIES =
      new Parties(Stream.of("a", "b", "c", "d").map(Attribution::of).toList());

  private static Cluster cluster(String name, Integer... services) {
    return new Cluster(
        name,
        List.of(0, 1),
        List.of(services),
        new Cluster.Dominant("shop", 1),
        Optional.empty(),
        Optional.empty(),
        1,
        1);
  }

  @Test
  void servicesOfAClusterStandTogetherAndTheUnclaimedComesLast() {
    ServiceOrder order =
        ServiceOrder.of(
            List.of(cluster("one", 1, 3), cluster("two", 0)),
            PARTIES,
            List.of(0, 1, 2, 3, PARTIES.unattributed()));
    assertThat(order.parties()).containsExactly(1, 3, 0, 2, PARTIES.unattributed());
    assertThat(order.services()).isEqualTo(4);
    assertThat(order.boxes()).containsExactly(new MatrixChart.Box(0, 2, "one"));
  }

  @Test
  void whoTakesNoPartIsLeftOut() {
    ServiceOrder order = ServiceOrder.of(List.of(cluster("one", 1, 3)), PARTIES, List.of(2, 3));
    assertThat(order.parties()).containsExactly(3, 2);
    assertThat(order.boxes()).isEmpty();
  }
}
