package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.Catalogs;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Catalogs that earlier versions wrote stay readable. A new version of the format adds a folder;
 * those that are there never change.
 */
class GoldenCatalogTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"catalog-v1"})
  void aCatalogOfEachVersionSaysWhatItSaid(String version) throws IOException {
    assertThat(text(new LocalStoreFiles(GOLDEN.resolve(version))))
        .isEqualTo(Files.readString(GOLDEN.resolve(version + ".txt")));
  }

  @Test
  void theCurrentVersionWritesACatalogThatSaysTheSame() throws IOException {
    write(folder);
    assertThat(text(new LocalStoreFiles(folder)))
        .isEqualTo(Files.readString(GOLDEN.resolve("catalog-v1.txt")));
  }

  /** A slot and an hour of two servers. */
  static void write(Path folder) throws IOException {
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "golden")) {
      Instant later = Events.START.plus(Duration.ofHours(2));
      for (long run = 1; run <= 3; run++) {
        StoreFixture.sealCatalog(writer, "old", Events.START, run, Catalogs.random(run));
      }
      StoreFixture.sealCatalog(writer, "new", later, 1, Catalogs.random(4));
      writer.compact(
          new CompactionPolicy(
              Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE),
          later);
    }
  }

  private static String text(StoreFiles files) throws IOException {
    StoredCatalogs stored = StoreFixture.catalogs(files);
    assertThat(stored.skipped()).isEmpty();
    StringBuilder text = new StringBuilder();
    for (StoredCatalog catalog : stored.catalogs()) {
      text.append(catalog.server()).append(' ').append(catalog.catalog().takenAt()).append(' ');
      text.append(catalog.catalog().serverVersion()).append('\n');
      for (SchemaDefinition schema : catalog.catalog().schemas()) {
        text.append(schema.name()).append(' ').append(schema.charset());
        text.append(schema.collation()).append('\n');
        for (CatalogObject object : schema.objects()) {
          text.append(visible(object.toString())).append('\n');
        }
      }
      catalog.catalog().statistics().forEach(table -> text.append(table).append('\n'));
      catalog.catalog().migrations().forEach(step -> text.append(text(step)).append('\n'));
      catalog.catalog().gaps().forEach(gap -> text.append(visible("" + gap)).append('\n'));
    }
    return text.toString();
  }

  /** Version 1 had no column for the kind of a step. */
  private static String text(Migration step) {
    return visible("" + step).replace(", kind=]", "]");
  }

  private static String visible(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r");
  }

  /** Makes the golden catalog of a new version: the folder to write and the file of its text. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    write(target);
    Files.writeString(Path.of(arguments[1]), text(new LocalStoreFiles(target)));
  }
}
