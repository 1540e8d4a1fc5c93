package dev.watershed.analyzer.snapshot;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.redaction.Redactor;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.RoutineDefinition.Parameter;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.nio.charset.StandardCharsets;

/**
 * A catalog without any value, also where the store keeps literals ({@code samples: raw}). Literals
 * of views, bodies and expressions are {@code ?}, bounds of partitions are gone, members of ENUM
 * and SET are {@code '?'} each; whether a column has a default stays, and so do all figures.
 */
final class CatalogReduction {

  private static final String LITERAL = "?";
  private static final int MOST_CHARS = 1 << 20;

  private CatalogReduction() {}

  static Catalog of(Catalog catalog) {
    return new Catalog(
        catalog.takenAt(),
        catalog.serverVersion(),
        catalog.schemas().stream().map(CatalogReduction::schema).toList(),
        catalog.statistics(),
        catalog.migrations().stream().map(CatalogReduction::migration).toList(),
        catalog.gaps().stream()
            .map(gap -> new CatalogGap(gap.place(), withoutLiterals(gap.reason())))
            .toList());
  }

  private static SchemaDefinition schema(SchemaDefinition schema) {
    return new SchemaDefinition(
        schema.name(),
        schema.charset(),
        schema.collation(),
        schema.objects().stream().map(CatalogReduction::object).toList());
  }

  private static CatalogObject object(CatalogObject object) {
    if (object instanceof TableDefinition table) {
      return TableReduction.of(table);
    }
    if (object instanceof ViewDefinition view) {
      return new ViewDefinition(
          view.name(),
          view.columns(),
          withoutLiterals(view.query()),
          view.algorithm(),
          view.security());
    }
    if (object instanceof TriggerDefinition trigger) {
      return new TriggerDefinition(
          trigger.name(),
          trigger.table(),
          trigger.before(),
          trigger.event(),
          trigger.order(),
          withoutLiterals(trigger.body()));
    }
    if (object instanceof RoutineDefinition routine) {
      return routine(routine);
    }
    if (object instanceof EventDefinition event) {
      return new EventDefinition(
          event.name(),
          withoutLiterals(event.schedule()),
          event.enabled(),
          withoutLiterals(event.body()));
    }
    throw new IllegalStateException("an object of kind " + object.kind());
  }

  private static RoutineDefinition routine(RoutineDefinition routine) {
    return new RoutineDefinition(
        routine.name(),
        routine.parameters().stream()
            .map(
                parameter ->
                    new Parameter(
                        parameter.direction(),
                        parameter.name(),
                        TableReduction.type(parameter.type())))
            .toList(),
        routine.returns().map(TableReduction::type),
        routine.deterministic(),
        routine.dataAccess(),
        routine.security(),
        withoutLiterals(routine.body()));
  }

  /** What people wrote about a migration is left out; which one it is stays. */
  private static Migration migration(Migration migration) {
    return new Migration(
        migration.schema(),
        migration.tool(),
        migration.version(),
        "",
        migration.appliedAt(),
        migration.succeeded(),
        migration.kind());
  }

  /**
   * A text with {@code ?} in the place of each literal. Nobody says any more in which SQL mode it
   * was written: text in double quotes is taken for a literal, and a text in which a backslash may
   * belong to a literal or not is left out as a whole.
   */
  static String withoutLiterals(String text) {
    if (text.indexOf('\\') >= 0 && (text.indexOf('\'') >= 0 || text.indexOf('"') >= 0)) {
      return LITERAL;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Redactor.redact(bytes, 0, bytes.length, SqlMode.standard(), MOST_CHARS);
  }
}
