package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.PlainTables;
import dev.watershed.workload.catalog.TableDefinition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogs of the table {@code shop.orders}, an hour apart, told by its indexes. */
class CatalogHistoryTest {

  private static final String SERVER = StoreFixture.SERVER;

  private final MemoryFiles files = new MemoryFiles();
  private int hours;

  private static Instant hour(int hour) {
    return Events.START.plus(Duration.ofHours(hour));
  }

  /**
   * Indexes by what they are: {@code k(a)} over column a, {@code k(a)-} hidden; {@code none} stands
   * for a catalog without the schema.
   */
  private static Catalog catalog(int hour, String indexes) {
    List<CatalogObject> tables = List.of(table("orders", indexes), table("quiet", "q(a)"));
    return new Catalog(
        hour(hour),
        Optional.empty(),
        indexes.equals("none") ? List.of() : List.of(PlainTables.schema("shop", tables)),
        List.of(),
        List.of(),
        List.of());
  }

  private static TableDefinition table(String name, String indexes) {
    return PlainTables.table(
        name,
        Stream.of("a", "b").map(PlainTables::column).toList(),
        Arrays.stream(indexes.split(" ", -1))
            .filter(each -> each.contains("("))
            .map(CatalogHistoryTest::index)
            .toList());
  }

  private static IndexDefinition index(String text) {
    int parts = text.indexOf('(');
    return new IndexDefinition(
        text.substring(0, parts),
        false,
        IndexKind.BTREE,
        !text.endsWith("-"),
        false,
        List.of(IndexPart.ofColumn(text.substring(parts + 1, text.indexOf(')')))));
  }

  private void collect(String... catalogs) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (String indexes : catalogs) {
        Catalog catalog = catalog(hours, indexes);
        StoreFixture.sealCatalog(writer, SERVER, hour(hours), hours + 1, catalog);
        hours++;
      }
    }
  }

  private Map<String, IndexAges> ages(Instant back, Instant at) throws IOException {
    return Store.open(files).indexAges(Map.of(SERVER, back), at);
  }

  private static Optional<Instant> of(IndexAges ages, String index) {
    return ages.of(new IndexAges.Name("shop", index.equals("q") ? "quiet" : "orders", index));
  }

  @ParameterizedTest(name = "{0}: since hour {1}")
  @CsvSource({
    "k(a); k(a); k(a),           0",
    "; k(a); k(a),               1",
    "; ; k(a),                   2",
    "k(b); k(a); k(a),           1",
    "k(a)-; k(a)-; k(a),         2",
    "k(a); ; k(a),               2",
    "k(a); k(a) m(b); k(a) n(b), 0",
    "k(a); none; k(a),           2",
    "none; k(a); k(a) n(b),      1",
  })
  void anIndexIsThereSinceTheFirstCatalogThatShowsItAsItIs(String catalogs, int hour)
      throws IOException {
    collect(catalogs.split("; ?", -1));

    assertThat(of(ages(Instant.MIN, Instant.MAX).get(SERVER), "k")).contains(hour(hour));
  }

  @Test
  void othersStayAsOldAsTheyAre() throws IOException {
    collect("k(a)", "k(a)", "k(a) m(b)");
    IndexAges ages = ages(Instant.MIN, Instant.MAX).get(SERVER);

    assertThat(of(ages, "k")).contains(hour(0));
    assertThat(of(ages, "m")).contains(hour(2));
    assertThat(of(ages, "q")).contains(hour(0));
    assertThat(ages.later()).hasSize(1);
  }

  @Test
  void looksBackToTheFirstCatalogThatIsOldEnough() throws IOException {
    collect("", "k(a)", "k(a)", "k(a)");

    assertThat(ages(hour(2), Instant.MAX).get(SERVER).since()).contains(hour(2));
    assertThat(ages(hour(2).minusSeconds(1), Instant.MAX).get(SERVER).since()).contains(hour(1));
  }

  @Test
  void whatComesAfterTheSpanDoesNotCount() throws IOException {
    collect("k(a)", "m(a)");

    assertThat(of(ages(Instant.MIN, hour(1)).get(SERVER), "k")).contains(hour(0));
  }

  @Test
  void withoutACatalogNothingIsKnown() throws IOException {
    collect("k(a)");

    assertThat(ages(Instant.MIN, hour(0))).isEmpty();
    assertThat(Store.open(files).indexAges(Map.of("other", Instant.MIN), Instant.MAX)).isEmpty();
    assertThat(Store.open(files).indexAges(Map.of(), Instant.MAX)).isEmpty();
    assertThat(IndexAges.UNKNOWN.of(new IndexAges.Name("shop", "orders", "k"))).isEmpty();
  }

  /** The definitions of the older catalog: it may have shown another index. */
  @Test
  void whatCannotBeReadMakesNothingOlder() throws IOException {
    collect("k(a)");
    List<String> older =
        files.names().stream().filter(each -> each.startsWith("catalog/")).toList();
    collect("k(a) m(b)");
    for (String name : older) {
      files.delete(name);
    }

    assertThat(of(ages(Instant.MIN, Instant.MAX).get(SERVER), "k")).contains(hour(1));
  }
}
