package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.workload.catalog.CatalogGap;
import java.io.IOException;
import java.util.List;

/** What several answers say of catalogs. */
final class CatalogFields {

  private CatalogFields() {}

  /** What a catalog lacks. */
  static void gaps(JsonOutput output, List<CatalogGap> gaps) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("gaps");
    for (CatalogGap gap : gaps) {
      json.writeStartObject();
      output.text("place", gap.place());
      output.text("reason", gap.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
