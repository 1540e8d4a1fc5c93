package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.attribution.ServerEstimates;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.util.Arrays;
import java.util.List;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.junit.jupiter.api.Test;

class SampledServicesTest {

  private static final String READ = "SELECT a FROM items";
  private static final String WRITE = "UPDATE items SET a = 1";

  private final WorkloadFixture workload =
      new WorkloadFixture().statement(READ).user("logged").run(9_000).statement(WRITE).run(1_000);

  private static long digest(String sql) {
    return Fingerprints.of(sql, SqlMode.standard()).digest();
  }

  private static ServerEstimate server(String name, String sql, String... users) {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    for (String user : users) {
      Attribution.Key key = new Attribution.Key(digest(sql), new Origin(user, "", List.of()));
      Arrays.stream(Figure.values()).forEach(figure -> observed.attribution().add(key, figure, 5));
    }
    return ServerEstimates.estimate(
        name,
        observed.build(),
        LongLongHashMap.newWithKeysValues(digest(sql), 100),
        ServiceMapping.accounts(),
        "");
  }

  private List<List<String>> services(GroupBy groupBy, ServerEstimate... servers) {
    WorkloadFacts facts =
        new Ranker(workload.build(), ServiceMapping.accounts())
            .rank(new RankingOptions(groupBy, Order.TIME, 0));
    return SampledServices.in(facts, List.of(servers)).groups().stream()
        .map(GroupFacts::services)
        .toList();
  }

  @Test
  void thoseSeenStandBehindThoseKnownEachOnce() {
    assertThat(
            services(
                GroupBy.DIGEST,
                server("a", READ, "web"),
                server("b", READ, "logged", "web", "batch", "")))
        .containsExactly(List.of("logged", "web", "batch"), List.of("logged"));
  }

  @Test
  void linesOfOtherThingsThanStatementsStayAsTheyAre() {
    assertThat(services(GroupBy.ACCOUNT, server("a", READ, "web")))
        .containsExactly(List.of("logged"));
  }
}
