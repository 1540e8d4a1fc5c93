package dev.watershed.analyzer.index.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** Watched minute by minute from noon on. */
  private static Observations minutes(int minutes) {
    ObservationsBuilder builder = new ObservationsBuilder(ObservationBounds.standard());
    for (int minute = 0; minute < minutes; minute++) {
      builder
          .minutes()
          .add(
              new ServerMinutes.Key("uuid", NOON.getEpochSecond() / 60 + minute),
              ServerMinutes.Figure.SPAN_MICROS,
              60_000_000);
    }
    builder.indexes().add(NONE, IndexUse.Figure.INSERTED, 30);
    return builder.build();
  }

  private static ServerLoad load(String name, int minutes, IndexAges ages) {
    return new ServerLoad(
        name,
        ServerPlacement.UNKNOWN,
        new WorkloadFixture().build(),
        true,
        1,
        OptionalDouble.empty(),
        minutes(minutes),
        Optional.of(new CatalogFixture().table("shop.orders").build()),
        ages);
  }

  @ParameterizedTest(name = "{0} minutes after the first counters: {1} s")
  @CsvSource({
    "-600, 6000, false",
    "0,    6000, false",
    "10,   6000, false",
    "11,   5340, true",
    "90,   600,  true",
    "100,  0,    true",
    "9999, 0,    true",
  })
  void anIndexIsWatchedSinceACatalogShowsIt(long minutes, double seconds, boolean later) {
    Instant shown = NOON.plus(Duration.ofMinutes(minutes));
    IndexAges all = new IndexAges(Optional.of(shown), Map.of());
    IndexAges one =
        new IndexAges(Optional.of(NOON), Map.of(new IndexAges.Name("shop", "orders", "k"), shown));

    IndexUsage usage = IndexUsages.of(new DataSet("a", List.of(load("a", 100, all))));
    assertThat(usage.watchedSeconds("shop", "orders", "k")).isEqualTo(seconds);
    assertThat(usage.cameLater("shop", "orders", "k")).isFalse();
    IndexUsage changed = IndexUsages.of(new DataSet("a", List.of(load("a", 100, one))));
    assertThat(changed.watchedSeconds("shop", "orders", "k")).isEqualTo(seconds);
    assertThat(changed.cameLater("shop", "orders", "k")).isEqualTo(later);
    assertThat(changed.watchedSeconds("shop", "orders", "other")).isEqualTo(6_000);
    assertThat(changed.observedSeconds()).isEqualTo(6_000);
  }

  @Test
  void onTheServerThatWasWatchedLeastItCounts() {
    IndexAges ages = new IndexAges(Optional.of(NOON.plus(Duration.ofMinutes(30))), Map.of());
    IndexUsage usage =
        IndexUsages.of(
            new DataSet("a", List.of(load("a", 100, ages), load("b", 40, IndexAges.UNKNOWN))));
    assertThat(usage.watchedSeconds("shop", "orders", "k")).isEqualTo(600);
  }

  @Test
  void whereNoCatalogTellsTheAgeItWasNotWatched() {
    IndexUsage usage = IndexUsages.of(new DataSet("a", List.of(load("a", 100, IndexAges.UNKNOWN))));
    assertThat(usage.watchedSeconds("shop", "orders", "k")).isZero();
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
