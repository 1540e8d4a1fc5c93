package dev.watershed.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogNightsTest {

  @TempDir private Path folder;

  @Test
  void oneTableHasOneMoreIndexEachNight() throws Exception {
    LocalStoreFiles files = new LocalStoreFiles(folder);
    new CatalogNights(2, 3, 7).write(files);
    Store store = Store.open(files);

    assertThat(store.catalogs(Set.of(), Instant.MAX).catalogs())
        .hasSize(2)
        .allSatisfy(
            each -> {
              assertThat(each.catalog().statistics()).hasSize(7);
              assertThat(each.catalog().takenAt()).isEqualTo(CatalogNights.night(2));
            });
    IndexAges ages =
        store
            .indexAges(Map.of(CatalogNights.server(1), Instant.MIN), Instant.MAX)
            .get(CatalogNights.server(1));
    assertThat(ages.of(new IndexAges.Name("s0", "t0", "n"))).contains(CatalogNights.night(0));
    assertThat(ages.of(new IndexAges.Name("s2", "t2", "n"))).contains(CatalogNights.night(2));
    assertThat(ages.of(new IndexAges.Name("s2", "t2", "b"))).contains(CatalogNights.night(0));
  }
}
