package dev.watershed.analyzer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoredCatalog;
import dev.watershed.workload.store.snapshot.SnapshotBuilder;
import dev.watershed.workload.store.snapshot.SnapshotServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A table with the indexes {@code old} and {@code new}; the server was watched for 100 minutes. */
class EarlierCatalogTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATE = NOON.plus(Duration.ofMinutes(90));
  private static final StatisticTable TABLE =
      TableMaker.table("orders").numbers("a").key("old", false, "a").key("new", false, "a").make();
  private static final Catalog CATALOG =
      new Catalog(
          LATE,
          Optional.of("9.7.4"),
          List.of(
              new SchemaDefinition(
                  TableMaker.SCHEMA,
                  Optional.empty(),
                  Optional.empty(),
                  List.of(TABLE.definition()))),
          List.of(),
          List.of(),
          List.of());

  private static final IndexAges AGES = new IndexAges(Optional.of(NOON), Map.of(name("new"), LATE));

  private static IndexAges.Name name(String index) {
    return new IndexAges.Name(TableMaker.SCHEMA, "orders", index);
  }

  private static Observations watched() {
    ObservationsBuilder builder = new ObservationsBuilder(ObservationBounds.standard());
    for (int minute = 0; minute < 100; minute++) {
      builder
          .minutes()
          .add(
              new ServerMinutes.Key("uuid", NOON.getEpochSecond() / 60 + minute),
              ServerMinutes.Figure.SPAN_MICROS,
              60_000_000);
    }
    return builder.build();
  }

  private static List<String> indexes(Optional<Catalog> catalog) {
    return catalog.orElseThrow().schemas().get(0).tables().get(0).indexes().stream()
        .map(IndexDefinition::name)
        .toList();
  }

  @Test
  void holdsWhatWasThereAllTheTime() {
    assertThat(indexes(EarlierCatalog.of(CATALOG, AGES, watched())))
        .containsExactly("PRIMARY", "old");
    assertThat(indexes(EarlierCatalog.of(CATALOG, IndexAges.UNKNOWN, watched()))).isEmpty();
  }

  @Test
  void nobodyAsksForItWhereNothingWasWatched() {
    assertThat(EarlierCatalog.of(CATALOG, AGES, Observations.NONE)).isEmpty();
  }

  @Test
  void aSnapshotTellsTheAgesByIt() throws IOException {
    SnapshotBuilder builder = new SnapshotBuilder("test");
    builder.add(
        new SnapshotServer(
            "db",
            "perfschema",
            NOON,
            NOON.plusSeconds(6_000),
            new WorkloadFixture().run(1).build(),
            watched(),
            Optional.of(CATALOG),
            EarlierCatalog.of(CATALOG, AGES, watched())));
    Store store = Store.open(builder.preview(LATE).files());

    IndexAges ages = store.indexAges(Map.of("db", Instant.EPOCH), Instant.MAX).get("db");
    assertThat(ages.of(name("old"))).contains(Instant.EPOCH);
    assertThat(ages.of(name("new"))).contains(LATE);
    assertThat(store.catalogs(Set.of(), Instant.MAX).catalogs())
        .containsExactly(new StoredCatalog("db", CATALOG));
  }
}
