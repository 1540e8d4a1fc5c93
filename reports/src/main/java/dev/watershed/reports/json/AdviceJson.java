package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.index.result.TableAdvice;
import dev.watershed.analyzer.index.trial.RefusedStatement;
import dev.watershed.analyzer.index.trial.TrialHost.Measured;
import dev.watershed.analyzer.index.trial.TrialOutcome;
import dev.watershed.analyzer.index.trial.TriedStatement;
import dev.watershed.analyzer.understanding.UnderstandingCoverage;
import dev.watershed.reports.SnapshotStamp;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.catalog.IndexPart;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The answer of {@code advise} as JSON; docs/advise.md describes each field. */
public final class AdviceJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.advise/1";

  private AdviceJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(List<ServerAdvice> servers, OutputStream stream) throws IOException {
    write(servers, Optional.empty(), stream);
  }

  /**
   * The same.
   *
   * @param snapshot on which it rests, if it does on one
   */
  public static void write(
      List<ServerAdvice> servers, Optional<SnapshotStamp> snapshot, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream, snapshot)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.format(FORMAT);
      json.writeArrayFieldStart("servers");
      for (ServerAdvice server : servers) {
        server(output, server);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void server(JsonOutput output, ServerAdvice server) throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("name", server.name());
    output.texts("servers", server.servers());
    output.text("version", server.version());
    output.ratio("observedSeconds", OptionalDouble.of(server.observedSeconds()));
    json.writeNumberField("tables", server.tables());
    json.writeNumberField("tablesWithoutStatistics", server.tablesWithoutStatistics());
    coverage(output, server.coverage());
    advice(output, server);
    output.texts("unknowns", server.unknowns());
    json.writeEndObject();
  }

  /** What is known of the indexes of one table: their use, and advice. */
  static void ofTable(JsonOutput output, List<TableAdvice> tables) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("indexAdvice");
    for (TableAdvice table : tables) {
      json.writeStartObject();
      output.text("name", table.advice().name());
      uses(output, table);
      advice(output, table.advice());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** How the indexes of a table were used. */
  static void uses(JsonOutput output, TableAdvice table) throws IOException {
    JsonGenerator json = output.generator();
    output.ratio("watchedSeconds", OptionalDouble.of(table.watchedSeconds()));
    json.writeArrayFieldStart("uses");
    for (TableAdvice.Use use : table.uses()) {
      json.writeStartObject();
      output.text("index", use.index());
      output.count("rowsReached", use.rowsReached());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void advice(JsonOutput output, ServerAdvice server) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("indexes");
    for (PlannedAdvice planned : server.indexes()) {
      index(output, planned, server);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rewrites");
    for (RewriteAdvice rewrite : server.rewrites()) {
      rewrite(output, rewrite, server);
    }
    json.writeEndArray();
  }

  private static void coverage(JsonOutput output, UnderstandingCoverage coverage)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart("understood");
    output.ratio("calls", OptionalDouble.of(coverage.callShare()));
    output.ratio("time", OptionalDouble.of(coverage.timeShare()));
    output.ratio("digests", OptionalDouble.of(coverage.digestShare()));
    json.writeArrayFieldStart("issues");
    for (UnderstandingCoverage.Count issue : coverage.issues()) {
      json.writeStartObject();
      output.text("reason", issue.reason().key());
      json.writeNumberField("statements", issue.statements());
      output.text("exampleDigest", Fingerprints.idOf(issue.exampleDigest()));
      output.text("exampleSubject", issue.example());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** One advice. */
  static void index(JsonOutput output, PlannedAdvice planned, ServerAdvice server)
      throws IOException {
    IndexAdvice advice = planned.advice();
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("id", planned.id());
    output.text("kind", advice.kind().key());
    output.text("schema", advice.schema());
    output.text("table", advice.table());
    output.text("index", advice.index().name());
    json.writeBooleanField("unique", advice.index().unique());
    json.writeArrayFieldStart("parts");
    for (IndexPart part : advice.index().parts()) {
      json.writeStartObject();
      output.text("column", part.column());
      output.text("expression", part.expression());
      output.count(
          "prefixLength",
          part.prefixLength().isPresent()
              ? OptionalLong.of(part.prefixLength().getAsInt())
              : OptionalLong.empty());
      json.writeBooleanField("descending", part.descending());
      json.writeEndObject();
    }
    json.writeEndArray();
    output.texts("others", advice.others());
    output.text("confidence", advice.confidence().key());
    output.count("bytes", advice.bytes());
    output.ratio("entriesWrittenPerSecond", advice.entriesWrittenPerSecond());
    output.ratio("netGain", OptionalDouble.of(advice.netGain()));
    json.writeArrayFieldStart("digests");
    for (DigestEffect effect : advice.effects()) {
      effect(output, effect, server);
    }
    json.writeEndArray();
    output.texts("caveats", advice.caveats());
    plan(output, planned.plan());
    json.writeFieldName("trial");
    Optional<TrialOutcome> trial = server.trial(planned.id());
    if (trial.isPresent()) {
      trial(output, trial.get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static void trial(JsonOutput output, TrialOutcome trial) throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("refused", trial.refused());
    json.writeBooleanField("used", trial.used());
    json.writeBooleanField("proven", trial.verdict() == TrialOutcome.Verdict.PROVEN);
    json.writeStringField("verdict", trial.verdict().key());
    json.writeNumberField("skipped", trial.skipped());
    json.writeArrayFieldStart("digests");
    for (TriedStatement statement : trial.statements()) {
      json.writeStartObject();
      output.text("digest", Fingerprints.idOf(statement.digest()));
      output.count("rowsReadWithout", rows(statement.without()));
      output.count("rowsReadWith", rows(statement.with()));
      output.seconds("secondsWithout", micros(statement.without()));
      output.seconds("secondsWith", micros(statement.with()));
      json.writeBooleanField("literalsGuessed", statement.guessed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("refusedDigests");
    for (RefusedStatement statement : trial.refusedStatements()) {
      json.writeStartObject();
      output.text("digest", Fingerprints.idOf(statement.digest()));
      output.text("reason", statement.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static OptionalLong rows(Optional<Measured> run) {
    return run.map(known -> OptionalLong.of(known.rowsRead())).orElse(OptionalLong.empty());
  }

  private static OptionalLong micros(Optional<Measured> run) {
    return run.map(known -> OptionalLong.of(known.micros())).orElse(OptionalLong.empty());
  }

  private static void effect(JsonOutput output, DigestEffect effect, ServerAdvice server)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("digest", Fingerprints.idOf(effect.digest()));
    output.text("fingerprint", server.text(effect.digest()));
    output.ratio("calls", OptionalDouble.of(effect.calls()));
    output.ratio("loadShare", OptionalDouble.of(effect.loadShare()));
    output.text("planBefore", effect.planBefore());
    output.text("planAfter", effect.planAfter());
    output.ratio("rowsExaminedBefore", OptionalDouble.of(effect.rowsBefore()));
    output.ratio("rowsExaminedAfter", OptionalDouble.of(effect.rowsAfter()));
    output.ratio("costBefore", OptionalDouble.of(effect.costBefore()));
    output.ratio("costAfter", OptionalDouble.of(effect.costAfter()));
    json.writeEndObject();
  }

  private static void plan(JsonOutput output, ChangePlan plan) throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart("ddl");
    output.texts("statements", plan.statements());
    output.texts("later", plan.later());
    output.texts("undo", plan.undo());
    output.text("ghOst", plan.external().map(ChangePlan.External::ghost));
    output.text(
        "ptOnlineSchemaChange", plan.external().map(ChangePlan.External::onlineSchemaChange));
    output.text("externalReason", plan.external().map(ChangePlan.External::reason));
    output.texts("remarks", plan.remarks());
    json.writeEndObject();
  }

  private static void rewrite(JsonOutput output, RewriteAdvice advice, ServerAdvice server)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("reason", advice.reason().key());
    output.text("subject", advice.subject());
    output.text("digest", Fingerprints.idOf(advice.digest()));
    output.text("fingerprint", Optional.of(server.text(advice.digest())));
    output.ratio("calls", OptionalDouble.of(advice.calls()));
    output.ratio("loadShare", OptionalDouble.of(advice.loadShare()));
    output.text("rewrite", advice.rewrite());
    json.writeEndObject();
  }
}
