package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.CollectedCatalog;
import dev.watershed.reports.CollectedSource;
import dev.watershed.workload.catalog.CatalogChange;
import dev.watershed.workload.catalog.CatalogSize;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The answer of {@code collect} as JSON; docs/collect.md describes it. */
public final class CollectJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.collect/1";

  private CollectJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(List<CollectedSource> sources, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      json.writeArrayFieldStart("servers");
      for (CollectedSource source : sources) {
        json.writeStartObject();
        output.text("server", source.server());
        output.text("source", source.source());
        json.writeNumberField("windows", source.windows());
        json.writeNumberField("eventsRead", source.events());
        output.texts("notes", source.notes());
        output.texts("failures", source.failures());
        json.writeObjectFieldStart("missedLooks");
        json.writeNumberField("count", source.missed().count());
        output.texts("reasons", source.missed().reasons());
        json.writeEndObject();
        catalog(json, output, source.catalog());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void catalog(
      JsonGenerator json, JsonOutput output, Optional<CollectedCatalog> catalog)
      throws IOException {
    if (catalog.isEmpty()) {
      json.writeNullField("catalog");
      return;
    }
    CatalogSize size = catalog.get().size();
    CatalogChange change = catalog.get().change();
    json.writeObjectFieldStart("catalog");
    json.writeNumberField("schemas", size.schemas());
    json.writeNumberField("tables", size.tables());
    json.writeNumberField("indexes", size.indexes());
    json.writeNumberField("views", size.views());
    json.writeNumberField("triggers", size.triggers());
    json.writeNumberField("routines", size.routines());
    json.writeNumberField("events", size.events());
    json.writeBooleanField("first", change.first());
    json.writeNumberField("added", change.added());
    json.writeNumberField("changed", change.changed());
    json.writeNumberField("removed", change.removed());
    CatalogFields.gaps(output, catalog.get().gaps());
    json.writeEndObject();
  }
}
