package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.analyzer.structure.OwnerDisagreement;
import dev.watershed.analyzer.structure.Seam;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code analyze --structure} as JSON; docs/coupling.md describes each field. */
public final class StructureJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.structure/1";

  private final JsonOutput output;
  private final JsonGenerator json;
  private final StructureFacts facts;

  private StructureJson(JsonOutput output, StructureFacts facts) {
    this.output = output;
    this.json = output.generator();
    this.facts = facts;
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(StructureFacts facts, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      new StructureJson(output, facts).write();
    }
  }

  private void write() throws IOException {
    json.writeStartObject();
    output.text("format", FORMAT);
    clusters();
    output.texts("hubs", labels(facts.hubs()));
    output.texts("alone", labels(facts.alone()));
    json.writeNumberField("unusedTables", facts.unused());
    json.writeObjectFieldStart("transactionsPerSecond");
    ratio("all", facts.transactions().all());
    ratio("usingSeveralClusters", facts.transactions().crossing());
    ratio("writingSeveralClusters", facts.transactions().writing());
    json.writeEndObject();
    seams();
    json.writeNumberField("furtherSeams", facts.furtherSeams());
    disagreements();
    output.texts("notes", facts.notes());
    json.writeEndObject();
  }

  private void clusters() throws IOException {
    json.writeArrayFieldStart("clusters");
    for (Cluster cluster : facts.clusters()) {
      json.writeStartObject();
      output.text("name", cluster.name());
      ratio("stability", cluster.stability());
      ratio("callsPerSecond", cluster.callsPerSecond());
      dominant("schema", Optional.of(cluster.schema()));
      dominant("stem", cluster.stem());
      dominant("owner", cluster.owner());
      output.texts(
          "services", cluster.services().stream().map(facts.input().parties()::name).toList());
      output.texts("tables", labels(cluster.tables()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void dominant(String name, Optional<Cluster.Dominant> dominant) throws IOException {
    output.text(name, dominant.map(Cluster.Dominant::name));
    output.ratio(
        name + "Share",
        dominant.isPresent() ? OptionalDouble.of(dominant.get().share()) : OptionalDouble.empty());
  }

  private void seams() throws IOException {
    json.writeArrayFieldStart("seams");
    for (Seam seam : facts.seams()) {
      json.writeStartObject();
      output.text("first", facts.clusters().get(seam.first()).name());
      output.text("second", facts.clusters().get(seam.second()).name());
      ratio("statementsPerSecond", seam.statementsPerSecond());
      ratio("joinsPerSecond", seam.joinsPerSecond());
      ratio("transactionsPerSecond", seam.transactionsPerSecond());
      ratio("conductance", seam.conductance());
      json.writeArrayFieldStart("digests");
      for (Seam.SeamStatement statement : seam.statements()) {
        json.writeStartObject();
        output.text("digest", Fingerprints.idOf(statement.digest()));
        output.text("fingerprint", statement.fingerprint());
        output.text("dataSet", statement.dataSet());
        ratio("callsPerSecond", statement.callsPerSecond());
        json.writeBooleanField("joined", statement.joined());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("furtherDigests", seam.furtherStatements());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void disagreements() throws IOException {
    json.writeArrayFieldStart("ownerDisagreements");
    for (OwnerDisagreement each : facts.disagreements()) {
      json.writeStartObject();
      output.text("table", facts.input().tables().label(each.table()));
      output.text("declared", each.declared());
      output.text("practised", each.practised());
      output.text("cluster", facts.clusters().get(each.cluster()).name());
      ratio("share", each.share());
      ratio("stability", each.stability());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private List<String> labels(List<Integer> tables) {
    return tables.stream().map(facts.input().tables()::label).toList();
  }

  private void ratio(String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
