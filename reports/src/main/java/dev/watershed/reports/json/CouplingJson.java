package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.calls.CallFacts;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.coupling.ServiceMeasures;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.InputQuality;
import dev.watershed.analyzer.coupling.input.InputQuality.Amount;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code analyze --coupling} as JSON; docs/coupling.md describes each field. */
public final class CouplingJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.coupling/1";

  private static final double MICROS_PER_SECOND = 1e6;

  private final JsonOutput output;
  private final JsonGenerator json;
  private final CouplingFacts facts;
  private final CouplingInput input;

  private CouplingJson(JsonOutput output, CouplingFacts facts) {
    this.output = output;
    this.json = output.generator();
    this.facts = facts;
    this.input = facts.input();
  }

  /**
   * Writes the answer and leaves the stream open.
   *
   * @param calls between services, if any are known
   */
  public static void write(CouplingFacts facts, Optional<CallFacts> calls, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      new CouplingJson(output, facts).write(calls);
    }
  }

  private void write(Optional<CallFacts> calls) throws IOException {
    json.writeStartObject();
    output.text("format", FORMAT);
    json.writeArrayFieldStart("dataSets");
    for (var data : input.secondsByData().entrySet()) {
      json.writeStartObject();
      output.text("name", data.getKey());
      ratio("observedSeconds", data.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    transactions();
    findings();
    services();
    pairs();
    if (calls.isPresent()) {
      new CallsFields(output, input.parties()).write(calls.get());
    } else {
      json.writeNullField("calls");
    }
    matrix();
    quality(input.quality());
    output.texts("notes", facts.notes());
    json.writeEndObject();
  }

  private void transactions() throws IOException {
    json.writeObjectFieldStart("transactionsPerSecond");
    ratio("all", facts.transactions().all());
    ratio("usingSeveralOwners", facts.transactions().crossing());
    ratio("writingSeveralOwners", facts.transactions().writing());
    json.writeEndObject();
  }

  private void findings() throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : facts.findings()) {
      json.writeStartObject();
      output.text("id", finding.id());
      output.text("kind", finding.kind().key());
      output.texts("subject", finding.subject());
      output.text("message", finding.message());
      output.texts("services", finding.services());
      output.texts("tables", finding.tables());
      ratio("weight", finding.weight());
      ratio("callsPerSecond", finding.callsPerSecond());
      ratio("timeSeconds", finding.timeSeconds());
      ratio("timeShare", finding.timeShare());
      output.text("owners", finding.basis().key());
      json.writeBooleanField("estimated", finding.estimated());
      json.writeBooleanField("occasional", finding.occasional());
      json.writeBooleanField("mayGate", finding.mayGate());
      output.texts("inferred", finding.inferred());
      json.writeArrayFieldStart("digests");
      for (Evidence evidence : finding.evidence()) {
        evidence(evidence);
      }
      json.writeEndArray();
      json.writeNumberField("furtherDigests", finding.furtherEvidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void evidence(Evidence evidence) throws IOException {
    json.writeStartObject();
    output.text("digest", Fingerprints.idOf(evidence.digest()));
    output.text("fingerprint", evidence.fingerprint());
    output.text("dataSet", evidence.dataSet());
    output.text("service", evidence.party());
    ratio("calls", evidence.calls());
    ratio("callsPerSecond", evidence.callsPerSecond());
    ratio("timeSeconds", evidence.timeSeconds());
    json.writeBooleanField("estimated", evidence.estimated());
    json.writeEndObject();
  }

  private void services() throws IOException {
    json.writeArrayFieldStart("services");
    for (ServiceMeasures service : facts.services()) {
      json.writeStartObject();
      output.text("name", input.parties().name(service.party()));
      json.writeNumberField("ownedTables", service.ownedTables());
      json.writeNumberField("afferent", service.afferent());
      json.writeNumberField("efferent", service.efferent());
      ratio("instability", service.instability());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void pairs() throws IOException {
    json.writeArrayFieldStart("pairs");
    for (PairMeasures pair : facts.pairs()) {
      json.writeStartObject();
      output.text("first", input.parties().name(pair.first()));
      output.text("second", input.parties().name(pair.second()));
      ratio("jaccard", pair.jaccard());
      ratio("writeWritePerSecond", pair.writeWritePerSecond());
      ratio("joinsPerSecond", pair.joinsPerSecond());
      ratio("transactionsPerSecond", pair.transactionsPerSecond());
      ratio("lockWaitSeconds", pair.lockWaitSeconds());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void matrix() throws IOException {
    UseMatrix matrix = facts.matrix();
    json.writeArrayFieldStart("matrix");
    for (int table = 0; table < input.tables().size(); table++) {
      double seconds = input.secondsOf(input.tables().get(table).dataSet());
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        json.writeStartObject();
        output.text("table", input.tables().get(table).qualifiedName());
        output.text("dataSet", input.tables().get(table).dataSet());
        output.text("service", input.parties().name(matrix.party(cell)));
        ratio("readsPerSecond", matrix.reads(cell) / seconds);
        ratio("writesPerSecond", matrix.writes(cell) / seconds);
        ratio("inferredReadsPerSecond", matrix.inferredReads(cell) / seconds);
        ratio("inferredWritesPerSecond", matrix.inferredWrites(cell) / seconds);
        ratio("timeSeconds", matrix.timeMicros(cell) / MICROS_PER_SECOND);
        ratio("rowsExamined", matrix.rowsExamined(cell));
        json.writeBooleanField("estimated", matrix.estimated(cell));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void quality(InputQuality quality) throws IOException {
    json.writeObjectFieldStart("quality");
    amount("statements", quality.all());
    amount("readInPart", quality.partial());
    amount("truncated", quality.truncated());
    amount("unknownSchema", quality.unknownSchema());
    amount("missingTable", quality.missingTable());
    amount("withoutText", quality.lumped());
    amount("definitions", quality.definitions());
    json.writeNumberField("transactionsReadInPart", quality.transactions().partial());
    json.writeNumberField("transactionsWithoutTables", quality.transactions().lumped());
    output.texts("withoutTransactions", quality.transactions().silent());
    output.texts("withoutCatalog", quality.withoutCatalog());
    output.texts("withThreshold", quality.withThreshold());
    output.texts("notFollowed", quality.unfollowed());
    json.writeEndObject();
  }

  private void amount(String name, Amount amount) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", amount.statements());
    ratio("calls", amount.calls());
    ratio("timeSeconds", amount.timeMicros() / MICROS_PER_SECOND);
    json.writeEndObject();
  }

  private void ratio(String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
