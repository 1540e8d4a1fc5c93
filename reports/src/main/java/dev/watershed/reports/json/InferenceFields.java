package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.inference.Link;
import dev.watershed.analyzer.ranking.DigestInference;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.InferredTable;
import dev.watershed.analyzer.ranking.InferredTables;
import dev.watershed.analyzer.ranking.TableLoad.InferredDigest;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Tables that are touched without being named, as several answers write them. */
final class InferenceFields {

  private InferenceFields() {}

  /** Of one digest; null where there is no catalog. */
  static void ofDigest(JsonOutput output, DigestInference facts) throws IOException {
    if (!facts.known()) {
      output.generator().writeNullField("inferredTables");
      return;
    }
    touches(output, "inferredTables", facts.inference().touches());
    output.texts("notInferred", facts.inference().unknown());
    gaps(output, facts.gaps());
  }

  /** Of a workload; null where there is no catalog. */
  static void ofWorkload(JsonOutput output, InferredTables facts, int limit) throws IOException {
    JsonGenerator json = output.generator();
    if (!facts.known()) {
      json.writeNullField("inferredTables");
      return;
    }
    json.writeNumberField("inferredTableCount", facts.tables().size());
    json.writeArrayFieldStart("inferredTables");
    int shown = limit == 0 ? facts.tables().size() : Math.min(limit, facts.tables().size());
    for (InferredTable table : facts.tables().subList(0, shown)) {
      json.writeStartObject();
      output.text("table", table.name());
      json.writeBooleanField("named", table.named());
      json.writeBooleanField("written", table.written());
      output.count(
          "calls", table.figures().isEmpty() ? OptionalLong.of(0) : table.figures().get().calls());
      output.seconds("statementTimeSeconds", table.figures().map(Figures::timeMicros).orElse(0L));
      json.writeNumberField("digestCount", table.digestCount());
      output.texts("digests", table.digests());
      output.texts("events", table.events());
      chain(output, table.example().chain());
      json.writeEndObject();
    }
    json.writeEndArray();
    gaps(output, facts.gaps());
  }

  /** Of one table: the statements and events that touch it. */
  static void ofTable(JsonOutput output, List<InferredDigest> digests, List<InferredTouch> events)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("inferredDigests");
    for (InferredDigest digest : digests) {
      json.writeStartObject();
      DigestFields.identity(output, digest.digest());
      output.count("calls", digest.figures().calls());
      output.seconds("statementTimeSeconds", digest.figures().timeMicros());
      touches(output, "touches", digest.touches());
      json.writeEndObject();
    }
    json.writeEndArray();
    touches(output, "inferredEvents", events);
  }

  private static void touches(JsonOutput output, String name, List<InferredTouch> touches)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart(name);
    for (InferredTouch touch : touches) {
      json.writeStartObject();
      output.text("table", touch.table());
      json.writeBooleanField("written", touch.written());
      chain(output, touch.chain());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void chain(JsonOutput output, List<Link> chain) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("chain");
    for (Link link : chain) {
      json.writeStartObject();
      output.text("kind", link.kind().key());
      output.text("name", link.name());
      output.text("cause", link.cause());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void gaps(JsonOutput output, List<CatalogGaps> gaps) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("catalogGaps");
    for (CatalogGaps server : gaps) {
      json.writeStartObject();
      output.text("server", server.server());
      CatalogFields.gaps(output, server.gaps());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
