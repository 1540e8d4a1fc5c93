package dev.watershed.analyzer.index.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What replicas do counts as well: an index is unused if it is so on all of them. */
class IndexUsagesTest {

  private static final IndexUse.Key K = new IndexUse.Key("shop", "orders", "k");
  private static final IndexUse.Key NONE = new IndexUse.Key("shop", "orders", "");

  private final ObservationsBuilder primary = watched(600);
  private final ObservationsBuilder replica = watched(300);

  private static ObservationsBuilder watched(long seconds) {
    ObservationsBuilder builder = new ObservationsBuilder(ObservationBounds.standard());
    builder
        .minutes()
        .add(
            new ServerMinutes.Key("uuid", 1),
            ServerMinutes.Figure.SPAN_MICROS,
            seconds * 1_000_000);
    builder.indexes().add(NONE, IndexUse.Figure.INSERTED, 30);
    return builder;
  }

  private IndexUsage usage() {
    return IndexUsages.of(
        new DataSet("shop", List.of(load("a", primary.build()), load("b", replica.build()))));
  }

  private static ServerLoad load(String name, Observations observed) {
    return new ServerLoad(
        name,
        ServerPlacement.UNKNOWN,
        new WorkloadFixture().build(),
        true,
        1,
        OptionalDouble.empty(),
        observed,
        Optional.empty());
  }

  @Test
  void countsUseOnEveryServer() {
    replica.indexes().add(K, IndexUse.Figure.FETCHED, 7);
    assertThat(usage().reached("shop", "orders", "k")).hasValue(7);
    assertThat(usage().watched()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void knowsWhatNobodyUsed() {
    assertThat(usage().known()).isTrue();
    assertThat(usage().reached("shop", "orders", "k")).hasValue(0);
  }

  @Test
  void standsForTheShortestTime() {
    assertThat(usage().observedSeconds()).isEqualTo(300);
  }

  @Test
  void replicasWriteAgainWhatThePrimaryWrites() {
    primary.indexes().add(K, IndexUse.Figure.UPDATED, 15);
    primary.indexes().add(K, IndexUse.Figure.DELETED, 75);
    assertThat(usage().writesPerSecond("shop", "orders")).hasValue(120.0 / 600);
    assertThat(usage().writesPerSecond("shop", "other")).hasValue(0);
  }

  @Test
  void doesNotKnowWhereOneWasNotWatched() {
    IndexUsage usage =
        IndexUsages.of(
            new DataSet("shop", List.of(load("a", primary.build()), load("b", Observations.NONE))));
    assertThat(usage.known()).isFalse();
    assertThat(usage.unwatched()).containsExactly("b");
    assertThat(usage.reached("shop", "orders", "k")).isEqualTo(OptionalLong.empty());
  }

  @Test
  void doesNotKnowWhereIndexesWereLumped() {
    primary.indexes().add(IndexUse.KIND.lumped(), IndexUse.Figure.FETCHED, 1);
    assertThat(usage().complete()).isFalse();
    assertThat(usage().reached("shop", "orders", "k")).isEqualTo(OptionalLong.empty());
  }
}
