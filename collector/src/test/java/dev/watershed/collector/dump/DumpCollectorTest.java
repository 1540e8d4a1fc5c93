package dev.watershed.collector.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.StoredCatalog;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpCollectorTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:07:00Z");
  private static final Instant WRITTEN = Instant.parse("2026-11-20T03:00:00Z");

  @TempDir private Path folder;
  private LocalStoreFiles files;
  private Path file;

  @BeforeEach
  void begin() {
    files = new LocalStoreFiles(folder.resolve("store"));
    file = folder.resolve("dump.sql");
  }

  @Test
  void aDumpIsReadOnceUntilItChanges() throws IOException {
    write("USE s; CREATE TABLE a (id int);");
    assertThat(look(NOW).stored()).isTrue();
    assertThat(tables()).containsExactly("a");
    assertThat(catalog().takenAt()).isEqualTo(WRITTEN);
    assertThat(look(NOW.plusSeconds(60)).stored()).as("the same again").isFalse();
    assertThat(windows()).isEqualTo(1);
    write("USE s; CREATE TABLE a (id int); CREATE TABLE b (id int);");
    assertThat(look(NOW.plusSeconds(120)).stored()).isTrue();
    assertThat(tables()).containsExactly("a", "b");
    write("USE s; CREATE TABLE a (id int);");
    assertThat(look(NOW.plusSeconds(180)).stored()).as("back again").isTrue();
    assertThat(tables()).containsExactly("a");
  }

  @Test
  void literalsAreKeptOrNotAsTheConfigurationSays() throws IOException {
    write("USE s; CREATE TABLE a (id int DEFAULT 5);");
    look(NOW);
    assertThat(catalog().schemas().toString()).contains("defaultValue=Optional[?]");
    FollowedDump raw =
        new FollowedDump("db", file, "dump.sql", SqlMode.standard(), LiteralPolicy.KEEP);
    assertThat(look(raw, NOW).stored()).isTrue();
    assertThat(catalog().schemas().toString()).contains("defaultValue=Optional[5]");
  }

  @Test
  void aDumpMayBeCompressed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("USE s; CREATE TABLE a (id int);".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file, packed.toByteArray());
    assertThat(look(NOW).stored()).isTrue();
    assertThat(tables()).containsExactly("a");
  }

  @Test
  void whatCannotBeReadIsNamedWithItsPlace() throws IOException {
    write("USE s;\nCREATE TABLE a (id int);\nCREATE TABLE b (id int FOO);\n");
    CatalogReport report = look(NOW);
    assertThat(report.notes())
        .containsExactly("dump.sql:3:24: expected an attribute of column 'id', not 'FOO'");
    assertThat(catalog().gaps()).hasSize(1);
    assertThat(tables()).containsExactly("a");
  }

  @Test
  void aCompressedDumpThatWasCutIsNamed() throws IOException {
    byte[] packed =
        Zstd.compress("USE s; CREATE TABLE a (id int);".getBytes(StandardCharsets.UTF_8));
    Files.write(file, Arrays.copyOf(packed, packed.length - 3));
    assertThatThrownBy(() -> look(NOW))
        .hasMessageStartingWith("dump.sql: the compressed file is damaged or ends early (");
  }

  @Test
  void manyNotesAreCounted() throws IOException {
    write("USE s;\nCREATE TABLE a (id int);\n" + "RENAME x;\n".repeat(50));
    assertThat(look(NOW).notes()).hasSize(21).last().asString().contains("30 more");
    assertThat(catalog().gaps()).hasSize(50);
  }

  @Test
  void aFileThatIsNoneIsAnErrorAndTheCatalogStays() throws IOException {
    write("USE s; CREATE TABLE a (id int);");
    look(NOW);
    Files.delete(file);
    assertThatThrownBy(() -> look(NOW)).hasMessage("dump.sql: no such file");
    write("INSERT INTO t VALUES (1);");
    assertThatThrownBy(() -> look(NOW)).hasMessageContaining("there is no definition in it");
    assertThat(tables()).containsExactly("a");
  }

  @Test
  void aCatalogThatLostItsFileIsPutAgain() throws IOException {
    write("USE s; CREATE TABLE a (id int);");
    look(NOW);
    try (Stream<Path> segments = Files.list(folder.resolve("store/catalog"))) {
      for (Path segment : segments.toList()) {
        Files.delete(segment);
      }
    }
    assertThat(look(NOW.plusSeconds(60)).stored()).isTrue();
    assertThat(tables()).containsExactly("a");
  }

  private void write(String script) throws IOException {
    Files.writeString(file, script);
    Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
  }

  private CatalogReport look(Instant now) throws IOException {
    FollowedDump dump =
        new FollowedDump("db", file, "dump.sql", SqlMode.standard(), LiteralPolicy.REDACT);
    return look(dump, now);
  }

  private CatalogReport look(FollowedDump dump, Instant now) throws IOException {
    try (StoreWriter store = StoreWriter.open(files, "test")) {
      return new DumpCollector(new CatalogWindows(store, "test")).look(dump, now);
    }
  }

  private Catalog catalog() throws IOException {
    return Store.open(files)
        .catalogs(Set.of(), Instant.MAX)
        .of("db")
        .map(StoredCatalog::catalog)
        .orElseThrow();
  }

  private Stream<String> tables() throws IOException {
    return catalog().schemas().stream()
        .flatMap(schema -> schema.tables().stream())
        .map(TableDefinition::name);
  }

  private long windows() throws IOException {
    try (Stream<Path> windows = Files.list(folder.resolve("store/windows/db"))) {
      return windows.count();
    }
  }
}
