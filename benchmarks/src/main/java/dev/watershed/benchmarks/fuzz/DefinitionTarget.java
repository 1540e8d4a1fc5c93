package dev.watershed.benchmarks.fuzz;

import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.collector.dump.CatalogStep;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.SqlModes;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.DefinitionScript;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.store.catalog.ObjectText;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Dumps and scripts that change a server. Any script gives a catalog and issues; running its
 * statements on that catalog once more gives a catalog or a problem; every object that comes out is
 * read from its own text as it was.
 *
 * <p>Input: a byte of {@code sql_mode} and of what becomes of literals, then the script.
 */
public final class DefinitionTarget {

  private static final int KEEP_LITERALS = 32;
  private static final int MOST_STEPS = 20;

  private DefinitionTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) throws UnreadableFileException {
    if (input.length == 0) {
      return;
    }
    SqlMode mode = SqlModes.of(input[0]);
    LiteralPolicy literals =
        (input[0] & KEEP_LITERALS) == 0 ? LiteralPolicy.REDACT : LiteralPolicy.KEEP;
    String text = new String(Arrays.copyOfRange(input, 1, input.length), StandardCharsets.UTF_8);
    DefinitionScript dump = DefinitionReader.read(text, mode, literals);
    Catalog catalog = CatalogBuilder.build(dump, "dump.sql", Instant.EPOCH);
    readAgain(catalog);
    DefinitionScript script =
        DefinitionReader.readMigration(text, mode, literals, Optional.of("shop"));
    for (LocatedDefinition step : script.definitions().stream().limit(MOST_STEPS).toList()) {
      catalog = CatalogStep.run(catalog, step).catalog();
    }
    readAgain(catalog);
  }

  private static void readAgain(Catalog catalog) throws UnreadableFileException {
    for (SchemaDefinition schema : catalog.schemas()) {
      for (CatalogObject object : schema.objects()) {
        Agreement.same("read again", object, ObjectText.decode(ObjectText.encode(object)));
      }
    }
  }
}
