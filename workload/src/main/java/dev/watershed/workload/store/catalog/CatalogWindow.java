package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.store.catalog.CatalogManifest.SchemaEntry;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.Micros;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowSection;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The window of a catalog. It is compressed from the start, because it is read seldom, and its
 * statistics are many.
 */
public final class CatalogWindow {

  private static final long UNKNOWN = -1;

  private CatalogWindow() {}

  /** The bytes of a window. Equal manifests give equal bytes. */
  public static List<ByteBuffer> encode(WindowHeader header, CatalogManifest manifest) {
    SectionTables tables = new SectionTables();
    tables.add(
        WindowSection.CATALOG,
        1,
        new TableWriter(1)
            .longs(CatalogColumns.TAKEN_AT_MICROS, new long[] {Micros.of(manifest.takenAt())})
            .texts(CatalogColumns.SERVER_VERSION, List.of(manifest.serverVersion().orElse(""))));
    schemas(manifest.schemas(), tables);
    StatisticsTables.encode(manifest.statistics(), tables);
    migrations(manifest.migrations(), tables);
    List<CatalogGap> gaps = manifest.gaps();
    tables.add(
        WindowSection.CATALOG_GAPS,
        gaps.size(),
        new TableWriter(gaps.size())
            .texts(CatalogColumns.PLACE, gaps.stream().map(CatalogGap::place).toList())
            .texts(CatalogColumns.REASON, gaps.stream().map(CatalogGap::reason).toList()));
    return WindowEncoder.encode(header, tables.tables(), Compression.ZSTD);
  }

  private static void schemas(List<SchemaEntry> schemas, SectionTables tables) {
    tables.add(
        WindowSection.CATALOG_SCHEMAS,
        schemas.size(),
        new TableWriter(schemas.size())
            .texts(CatalogColumns.SCHEMA, schemas.stream().map(SchemaEntry::name).toList())
            .longs(
                CatalogColumns.ID_HIGH,
                schemas.stream().mapToLong(schema -> schema.id().high()).toArray())
            .longs(
                CatalogColumns.ID_LOW,
                schemas.stream().mapToLong(schema -> schema.id().low()).toArray()));
  }

  private static void migrations(List<Migration> migrations, SectionTables tables) {
    tables.add(
        WindowSection.MIGRATIONS,
        migrations.size(),
        new TableWriter(migrations.size())
            .texts(CatalogColumns.SCHEMA, migrations.stream().map(Migration::schema).toList())
            .texts(CatalogColumns.TOOL, migrations.stream().map(Migration::tool).toList())
            .texts(CatalogColumns.VERSION, migrations.stream().map(Migration::version).toList())
            .texts(
                CatalogColumns.DESCRIPTION,
                migrations.stream().map(Migration::description).toList())
            .longs(
                CatalogColumns.APPLIED_AT_MICROS,
                migrations.stream()
                    .mapToLong(step -> step.appliedAt().map(Micros::of).orElse(UNKNOWN))
                    .toArray())
            .ints(
                CatalogColumns.FAILED,
                migrations.stream().mapToInt(step -> step.succeeded() ? 0 : 1).toArray())
            .texts(CatalogColumns.KIND, migrations.stream().map(Migration::kind).toList()));
  }

  /**
   * What a window of a catalog says.
   *
   * @throws UnreadableFileException if it is damaged, or a window of something else
   */
  public static CatalogManifest read(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    window.verify();
    try (ColumnTable catalog = window.table(WindowSection.CATALOG, memory);
        ColumnTable gaps = window.table(WindowSection.CATALOG_GAPS, memory)) {
      if (catalog.rows() != 1) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, "a catalog of " + catalog.rows() + " rows");
      }
      List<CatalogGap> missing = new ArrayList<>();
      List<String> places = gaps.texts(CatalogColumns.PLACE);
      List<String> reasons = gaps.texts(CatalogColumns.REASON);
      for (int row = 0; row < gaps.rows(); row++) {
        missing.add(new CatalogGap(places.get(row), reasons.get(row)));
      }
      return new CatalogManifest(
          Micros.instant(catalog.only(CatalogColumns.TAKEN_AT_MICROS)),
          Optional.of(catalog.texts(CatalogColumns.SERVER_VERSION).get(0))
              .filter(version -> !version.isEmpty()),
          schemas(window, memory),
          StatisticsTables.decode(window, memory),
          migrations(window, memory),
          missing);
    } catch (IllegalArgumentException wrong) {
      throw ObjectText.unreadable(FileProblem.CORRUPTED, wrong);
    }
  }

  /** The same without statistics, migrations and gaps. */
  public static CatalogManifest readDefinitions(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    window.verify();
    try (ColumnTable catalog = window.table(WindowSection.CATALOG, memory)) {
      return new CatalogManifest(
          Micros.instant(catalog.only(CatalogColumns.TAKEN_AT_MICROS)),
          Optional.empty(),
          schemas(window, memory),
          List.of(),
          List.of(),
          List.of());
    } catch (IllegalArgumentException wrong) {
      throw ObjectText.unreadable(FileProblem.CORRUPTED, wrong);
    }
  }

  private static List<SchemaEntry> schemas(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.CATALOG_SCHEMAS, memory)) {
      List<String> names = table.texts(CatalogColumns.SCHEMA);
      long[] high = table.array(CatalogColumns.ID_HIGH);
      long[] low = table.array(CatalogColumns.ID_LOW);
      List<SchemaEntry> schemas = new ArrayList<>(high.length);
      for (int row = 0; row < high.length; row++) {
        schemas.add(new SchemaEntry(names.get(row), new TextId(high[row], low[row])));
      }
      return schemas;
    }
  }

  private static List<Migration> migrations(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.MIGRATIONS, memory)) {
      List<String> schemas = table.texts(CatalogColumns.SCHEMA);
      List<String> tools = table.texts(CatalogColumns.TOOL);
      List<String> versions = table.texts(CatalogColumns.VERSION);
      List<String> descriptions = table.texts(CatalogColumns.DESCRIPTION);
      long[] appliedAt = table.array(CatalogColumns.APPLIED_AT_MICROS);
      int[] failed = table.array(CatalogColumns.FAILED);
      List<String> kinds = table.texts(CatalogColumns.KIND);
      List<Migration> migrations = new ArrayList<>(failed.length);
      for (int row = 0; row < failed.length; row++) {
        Optional<Instant> applied =
            appliedAt[row] == UNKNOWN
                ? Optional.empty()
                : Optional.of(Micros.instant(appliedAt[row]));
        migrations.add(
            new Migration(
                schemas.get(row),
                tools.get(row),
                versions.get(row),
                descriptions.get(row),
                applied,
                failed[row] == 0,
                kinds.get(row)));
      }
      return migrations;
    }
  }
}
