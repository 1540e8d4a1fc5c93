package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.Catalogs;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A catalog comes back as it was put, and what did not change costs next to nothing. */
class CatalogStoreTest {

  private static final String SERVER = StoreFixture.SERVER;
  private static final Duration SLOT = Duration.ofMinutes(15);

  private final MemoryFiles files = new MemoryFiles();

  @Test
  void aCatalogComesBackAsItWas() throws IOException {
    for (long seed = 1; seed <= 60; seed++) {
      Catalog catalog = Catalogs.random(seed);
      try (StoreWriter writer = StoreWriter.open(files, "test")) {
        assertThat(put(writer, seed, catalog)).isTrue();
        assertThat(put(writer, seed, catalog)).as("again").isFalse();
        assertThat(writer.wholeCatalog(SERVER)).contains(catalog);
        assertThat(writer.progress(SERVER, WindowSource.CATALOG).done().map(Seal::run))
            .contains(seed);
      }
      StoredCatalogs stored = StoreFixture.catalogs(files);
      assertThat(stored.skipped()).isEmpty();
      assertThat(stored.of(SERVER)).contains(new StoredCatalog(SERVER, catalog));
    }
  }

  @Test
  void theKindsOfStepsComeBack() throws IOException {
    Catalog some = Catalogs.random(1);
    List<Migration> steps = new ArrayList<>();
    for (String kind : List.of("SQL", "", "UNDO_SQL")) {
      steps.add(new Migration("s", "flyway", "2", "words", Optional.empty(), true, kind));
    }
    Catalog catalog =
        new Catalog(
            some.takenAt(),
            some.serverVersion(),
            some.schemas(),
            some.statistics(),
            steps,
            some.gaps());
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      put(writer, 1, catalog);
    }
    assertThat(StoreFixture.catalogs(files).of(SERVER))
        .hasValueSatisfying(stored -> assertThat(stored.catalog().migrations()).isEqualTo(steps));
  }

  @Test
  void theNewestBeforeATimeIsTheOne() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      assertThat(writer.wholeCatalog(SERVER)).as("none is there").isEmpty();
      for (long run = 1; run <= 4; run++) {
        put(writer, run, Catalogs.random(run));
      }
      StoreFixture.sealCatalog(writer, "other", Events.START, 1, Catalogs.random(9));
    }
    Store store = Store.open(files);
    assertThat(store.catalogs(Set.of(), Instant.MIN).catalogs()).isEmpty();
    for (long run = 1; run <= 4; run++) {
      Instant inside = Events.START.plus(SLOT.multipliedBy(run)).plusSeconds(1);
      assertThat(store.catalogs(Set.of(SERVER), inside).catalogs())
          .containsExactly(new StoredCatalog(SERVER, Catalogs.random(run)));
    }
    assertThat(store.catalogs(Set.of(), Instant.MAX).catalogs())
        .extracting(StoredCatalog::server)
        .containsExactly(SERVER, "other");
  }

  /** The clock went back between two runs. */
  @Test
  void theOneThatWasWrittenLastIsTheNewest() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.sealCatalog(
          writer, SERVER, Events.START.plus(Duration.ofHours(3)), 1, Catalogs.random(1));
      StoreFixture.sealCatalog(writer, SERVER, Events.START, 2, Catalogs.random(2));
    }
    assertThat(StoreFixture.catalogs(files).of(SERVER).map(StoredCatalog::catalog))
        .contains(Catalogs.random(2));
  }

  @Test
  void whatDidNotChangeIsNotWrittenAgain() throws IOException {
    SchemaDefinition large = large(500);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      put(writer, 1, withSchemas(List.of(large)));
      long objects = bytes("catalog/");
      put(writer, 2, withSchemas(List.of(large)));
      assertThat(bytes("catalog/")).isEqualTo(objects);
      assertThat(bytes("windows/")).as("each is small").isLessThan(2 * 3_000);
      SchemaDefinition fewer = withObjects(large, large.objects().subList(1, 500));
      put(writer, 3, withSchemas(List.of(fewer)));
      assertThat(names("catalog/")).as("the list of the schema alone").hasSize(2);
      assertThat(bytes("catalog/") - objects).isLessThan(500 * 80);
    }
  }

  @Test
  void equalSchemasAreStoredOnce() throws IOException {
    SchemaDefinition one = large(10);
    List<SchemaDefinition> tenants = new ArrayList<>();
    for (int tenant = 0; tenant < 300; tenant++) {
      tenants.add(
          new SchemaDefinition("tenant" + tenant, one.charset(), one.collation(), one.objects()));
    }
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      put(writer, 1, withSchemas(List.of(one)));
      long single = bytes("catalog/");
      put(writer, 2, withSchemas(tenants));
      assertThat(bytes("catalog/")).isEqualTo(single);
    }
    assertThat(StoreFixture.catalogs(files).of(SERVER).orElseThrow().catalog().schemas())
        .hasSize(300);
  }

  @Tag("long")
  @Test
  void compactingKeepsTheLastOfAnHourAndDay() throws IOException {
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(4), Duration.ofHours(30), Duration.ofDays(9), Events.WIDE);
    Catalog last = Catalogs.random(200);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int run = 1; run <= 200; run++) {
        put(writer, run, Catalogs.random(run));
        if (run % 20 == 0) {
          writer.compact(policy, Events.START.plus(SLOT.multipliedBy(run)));
          assertThat(StoreFixture.catalogs(files).of(SERVER).map(StoredCatalog::catalog))
              .contains(Catalogs.random(run));
        }
      }
      assertThat(names("windows/")).hasSizeBetween(30, 70);
      Store store = Store.open(files);
      Instant anHour = Events.START.plus(Duration.ofHours(30));
      assertThat(store.catalogs(Set.of(), anHour).of(SERVER).map(StoredCatalog::catalog))
          .as("the last before the end of the hour")
          .contains(Catalogs.random(119));
      writer.compact(policy, Events.START.plus(Duration.ofDays(99)));
      assertThat(names("windows/")).as("only the last one").hasSize(1);
      writer.compact(policy, Events.START.plus(Duration.ofDays(99)));
      assertThat(names("catalog/")).hasSize(1);
      long alone = bytes("catalog/");
      assertThat(StoreFixture.catalogs(files).of(SERVER).map(StoredCatalog::catalog))
          .contains(last);
      MemoryFiles fresh = new MemoryFiles();
      try (StoreWriter other = StoreWriter.open(fresh, "test")) {
        StoreFixture.sealCatalog(other, SERVER, Events.START, 1, last);
      }
      assertThat(alone).as("no object is left that nothing refers to").isEqualTo(bytes(fresh));
    }
  }

  @Test
  void loadIsAnalysedAsIfThereWereNoCatalog() throws IOException {
    List<Event> events = Events.random(5, 60, 2);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, SERVER, 1, events, Events.WIDE);
      String before = StoreFixture.everything(files, Events.WIDE);
      put(writer, 1, Catalogs.random(1));
      writer.compact(CompactionPolicy.standard(), Events.START.plus(Duration.ofDays(4)));
      assertThat(StoreFixture.everything(files, Events.WIDE)).isEqualTo(before);
      try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
        assertThat(snapshot.windows()).allMatch(window -> window.name().source().equals("slowlog"));
      }
      assertThat(StoreFixture.catalogs(files).catalogs()).hasSize(1);
    }
  }

  @Test
  void aCatalogNeedsItsOwnSource() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      assertThatThrownBy(
              () ->
                  writer.put(
                      StoreFixture.header(SERVER, Events.START, 1, 0, 1), Catalogs.random(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("slowlog");
    }
  }

  private static boolean put(StoreWriter writer, long run, Catalog catalog) throws IOException {
    Instant slot = Events.START.plus(SLOT.multipliedBy(run));
    return StoreFixture.sealCatalog(writer, SERVER, slot, run, catalog);
  }

  /** A schema of tables. */
  private static SchemaDefinition large(int tables) {
    List<CatalogObject> objects = new ArrayList<>();
    for (long seed = 0; objects.size() < tables; seed++) {
      for (TableDefinition table : Catalogs.random(seed).schemas().get(0).tables()) {
        if (objects.size() < tables) {
          objects.add(named("table" + objects.size(), table));
        }
      }
    }
    return new SchemaDefinition("large", Optional.empty(), Optional.empty(), objects);
  }

  private static TableDefinition named(String name, TableDefinition table) {
    return new TableDefinition(
        name,
        table.tableKind(),
        table.engine(),
        table.rowFormat(),
        table.collation(),
        table.commented(),
        table.partitioning(),
        table.columns(),
        table.indexes(),
        table.foreignKeys(),
        table.checks());
  }

  private static SchemaDefinition withObjects(
      SchemaDefinition schema, List<CatalogObject> objects) {
    return new SchemaDefinition(schema.name(), schema.charset(), schema.collation(), objects);
  }

  private static Catalog withSchemas(List<SchemaDefinition> schemas) {
    return new Catalog(Events.START, Optional.empty(), schemas, List.of(), List.of(), List.of());
  }

  private List<String> names(String folder) {
    return files.names().stream().filter(name -> name.startsWith(folder)).toList();
  }

  private long bytes(String folder) {
    return names(folder).stream().mapToLong(name -> files.bytes(name).length).sum();
  }

  private static long bytes(MemoryFiles other) {
    return other.names().stream()
        .filter(name -> name.startsWith("catalog/"))
        .mapToLong(name -> other.bytes(name).length)
        .sum();
  }
}
