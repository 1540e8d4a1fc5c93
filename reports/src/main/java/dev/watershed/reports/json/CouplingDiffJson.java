package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.trend.Appearance;
import dev.watershed.analyzer.trend.FindingChange;
import dev.watershed.analyzer.trend.OwnerChange;
import dev.watershed.analyzer.trend.PairChange;
import dev.watershed.reports.ComparedCoupling;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The answer of {@code diff --coupling} as JSON; docs/diff.md describes each field. */
public final class CouplingDiffJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.coupling-diff/1";

  private final JsonOutput output;
  private final JsonGenerator json;

  private CouplingDiffJson(JsonOutput output) {
    this.output = output;
    json = output.generator();
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(ComparedCoupling compared, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      new CouplingDiffJson(output).write(compared);
    }
  }

  private void write(ComparedCoupling compared) throws IOException {
    json.writeStartObject();
    output.text("format", FORMAT);
    span("base", compared.base());
    span("head", compared.head());
    json.writeNumberField("unchanged", compared.trend().unchanged());
    json.writeArrayFieldStart("findings");
    for (FindingChange change : compared.trend().findings()) {
      finding(change);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("owners");
    for (OwnerChange change : compared.trend().owners()) {
      owner(change);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("appearances");
    for (Appearance appearance : compared.trend().appearances()) {
      json.writeStartObject();
      output.text("change", appearance.kind().key());
      output.text("kind", appearance.service() ? "service" : "table");
      output.text("name", appearance.name());
      ratio("callsPerSecond", appearance.callsPerSecond());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pairs");
    for (PairChange change : compared.trend().pairs()) {
      pair(change);
    }
    json.writeEndArray();
    output.texts("notes", compared.trend().notes());
    json.writeEndObject();
  }

  private void span(String name, ComparedCoupling.Span span) throws IOException {
    json.writeObjectFieldStart(name);
    output.text("from", span.from().toString());
    output.text("until", span.until().toString());
    json.writeEndObject();
  }

  private void finding(FindingChange change) throws IOException {
    Finding finding = change.finding();
    json.writeStartObject();
    output.text("change", change.kind().key());
    output.text("reason", Optional.of(change.reason()).filter(reason -> !reason.isEmpty()));
    output.text("id", finding.id());
    output.text("kind", finding.kind().key());
    output.texts("subject", finding.subject());
    output.text("message", finding.message());
    output.texts("services", finding.services());
    output.texts("tables", finding.tables());
    json.writeBooleanField("mayGate", finding.mayGate());
    side("base", change.base());
    side("head", change.head());
    json.writeEndObject();
  }

  private void side(String name, Optional<Finding> side) throws IOException {
    if (side.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    ratio("weight", side.get().weight());
    ratio("callsPerSecond", side.get().callsPerSecond());
    json.writeArrayFieldStart("digests");
    for (Evidence evidence : side.get().evidence()) {
      json.writeStartObject();
      output.text("digest", Fingerprints.idOf(evidence.digest()));
      output.text("fingerprint", evidence.fingerprint());
      output.text("service", evidence.party());
      ratio("callsPerSecond", evidence.callsPerSecond());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("furtherDigests", side.get().furtherEvidence());
    json.writeEndObject();
  }

  private void owner(OwnerChange change) throws IOException {
    json.writeStartObject();
    output.text("table", change.table());
    output.text("status", change.status().key());
    writer("base", change.base(), change.baseShare(), change.baseWritesPerSecond());
    writer("head", change.head(), change.headShare(), change.headWritesPerSecond());
    json.writeEndObject();
  }

  private void writer(String name, String service, double share, double perSecond)
      throws IOException {
    json.writeObjectFieldStart(name);
    output.text("writer", service);
    ratio("share", share);
    ratio("writesPerSecond", perSecond);
    json.writeEndObject();
  }

  private void pair(PairChange change) throws IOException {
    json.writeStartObject();
    output.text("first", change.first());
    output.text("second", change.second());
    measures("grown", change.grown());
    measures("shrunk", change.shrunk());
    pairSide("base", change.base());
    pairSide("head", change.head());
    json.writeEndObject();
  }

  private void measures(String name, Set<PairChange.Measure> measures) throws IOException {
    output.texts(name, measures.stream().sorted().map(PairChange.Measure::key).toList());
  }

  private void pairSide(String name, Optional<PairMeasures> pair) throws IOException {
    json.writeObjectFieldStart(name);
    ratio("jaccard", PairChange.Measure.JACCARD.of(pair));
    ratio("writeWritePerSecond", PairChange.Measure.WRITE_WRITE.of(pair));
    ratio("joinsPerSecond", PairChange.Measure.JOINS.of(pair));
    ratio("transactionsPerSecond", PairChange.Measure.TRANSACTIONS.of(pair));
    json.writeEndObject();
  }

  private void ratio(String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
