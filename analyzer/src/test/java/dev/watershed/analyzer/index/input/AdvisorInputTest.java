package dev.watershed.analyzer.index.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A primary and its replica count together, a server without a cluster alone. */
class AdvisorInputTest {

  private static final Catalog CATALOG = new CatalogFixture().table("shop.orders").build();

  private static Workload orders(long micros, int sent, int examined) {
    return new WorkloadFixture()
        .schema("shop")
        .statement("SELECT a FROM orders WHERE a = 1")
        .rows(sent, examined)
        .run(micros)
        .build();
  }

  private static ServerLoad load(
      String name, String cluster, String role, Workload workload, Optional<Catalog> catalog) {
    return new ServerLoad(
        name,
        new ServerPlacement(Optional.of(cluster).filter(c -> !c.isEmpty()), Optional.of(role)),
        workload,
        true,
        10,
        OptionalDouble.empty(),
        Observations.NONE,
        catalog);
  }

  @Test
  void theBufferPoolIsThatOfTheProcessSeenLast() {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    pool(observed, "a-before", "1073741824", 1);
    pool(observed, "b-since", "4294967296", 2);
    ServerLoad server =
        new ServerLoad(
            "a",
            ServerPlacement.UNKNOWN,
            orders(1, 0, 0),
            true,
            10,
            OptionalDouble.empty(),
            observed.build(),
            Optional.empty());

    AdvisorInput input = AdvisorInput.of(new DataSet("a", List.of(server)), CatalogReader.PARSING);

    assertThat(input.server().bufferPoolBytes()).hasValue(4_294_967_296L);
  }

  private static void pool(
      ObservationsBuilder observed, String process, String bytes, long seenMicros) {
    String fact = ServerFact.INNODB_BUFFER_POOL_SIZE.key();
    observed
        .facts()
        .add(
            new ServerFacts.Key(process, fact, bytes),
            ServerFacts.Figure.LAST_SEEN_MICROS,
            seenMicros);
  }

  private final List<DataSet> sets =
      DataSet.of(
          List.of(
              load("b", "shop", "replica", orders(3_000_000, 2, 40), Optional.empty()),
              load("a", "shop", "primary", orders(1_000_000, 0, 20), Optional.of(CATALOG)),
              load("c", "", "primary", orders(5, 0, 0), Optional.empty())),
          List.of(
              new DataSet.Member("shop", "a"),
              new DataSet.Member("shop", "b"),
              new DataSet.Member("shop", "d"),
              new DataSet.Member("other", "e")));

  @Test
  void namesServersOfTheClusterOfWhichNothingWasRead() {
    assertThat(sets.get(1).absent()).containsExactly("d");
    assertThat(sets.get(0).absent()).isEmpty();
    assertThat(AdvisorInput.of(sets.get(1), CatalogReader.PARSING).usage().unwatched())
        .containsExactlyInAnyOrder("a", "b", "d");
  }

  @Test
  void putsServersOfOneClusterTogether() {
    assertThat(sets.stream().map(DataSet::name)).containsExactly("c", "shop");
    assertThat(sets.get(1).names()).containsExactly("a", "b");
    assertThat(sets.get(1).replicated()).isTrue();
    assertThat(sets.get(0).replicated()).isFalse();
  }

  @Test
  void addsTheStatementsOfReplicas() {
    AdvisorInput input = AdvisorInput.of(sets.get(1), CatalogReader.PARSING);
    assertThat(input.server().statements()).hasSize(1);
    WeightedStatement statement = input.server().statements().get(0);
    assertThat(statement.calls()).isEqualTo(2);
    assertThat(statement.seconds()).isEqualTo(4);
    assertThat(statement.rowsExaminedPerCall()).hasValue(30);
    assertThat(statement.rowsSentPerCall()).hasValue(1);
    assertThat(statement.facts().tables().get(0).table())
        .isEqualTo(new TableRef(Optional.of("shop"), "orders", TableRef.Presence.KNOWN));
  }

  @Test
  void asksNothingOfACatalogThatThereIsNot() {
    AdvisorInput input = AdvisorInput.of(sets.get(0), CatalogReader.PARSING);
    assertThat(input.server().tables()).isEmpty();
    assertThat(input.server().statements().get(0).facts().tables().get(0).table().presence())
        .isEqualTo(TableRef.Presence.UNCHECKED);
    assertThat(input.usage().known()).isFalse();
  }
}
