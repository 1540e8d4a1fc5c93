package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.coverage.SilentSpan;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.InferredTables;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.transaction.TransactionClassFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.reports.ReportContext;
import dev.watershed.workload.Issue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The answer of {@code analyze} as JSON; docs/analyze.md describes each field. It says nothing of
 * files and places in them: those depend on when a log was rotated and read.
 */
public final class AnalyzeJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.analyze/1";

  private AnalyzeJson() {}

  /** Writes the answer without inferred tables, and leaves the stream open. */
  public static void write(SpanFacts facts, ReportContext context, OutputStream stream)
      throws IOException {
    write(facts, InferredTables.UNKNOWN, context, stream);
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(
      SpanFacts facts, InferredTables inferred, ReportContext context, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      output.instant("since", facts.since());
      output.instant("until", facts.until());
      output.instant("countedFrom", facts.countedFrom());
      output.instant("countedUntil", facts.countedUntil());
      servers(output, facts.coverage().servers());
      RankingFields.totals(output, facts.ranking().totals());
      issues(output, facts.ranking().quality().issues());
      RankingFields.failed(output, context.failed());
      RankingFields.quality(output, facts.ranking().quality());
      json.writeBooleanField("sampled", facts.ranking().quality().visibility().sampled());
      lumped(output, facts);
      if (facts.services().estimated()) {
        EstimateFields.services(output, facts.services());
      } else {
        RankingFields.services(output, facts.ranking().services());
      }
      EstimateFields.attribution(output, facts.services());
      groups(output, facts);
      transactions(output, facts.transactions());
      InferenceFields.ofWorkload(output, inferred, facts.ranking().options().limit());
      new ObservedFields(output, facts.ranking().options().limit()).write(facts.observed());
      json.writeEndObject();
    }
  }

  private static void groups(JsonOutput output, SpanFacts facts) throws IOException {
    GroupBy groupBy = facts.ranking().options().groupBy();
    boolean services = groupBy == GroupBy.SERVICE || groupBy == GroupBy.MODULE;
    if (services && facts.services().estimated()) {
      FleetLoad load = groupBy == GroupBy.SERVICE ? facts.services() : facts.modules();
      EstimateFields.groups(output, facts.ranking().options(), load);
    } else {
      RankingFields.groups(output, facts.ranking());
    }
  }

  private static void servers(JsonOutput output, List<ServerCoverage> servers) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("servers");
    for (ServerCoverage server : servers) {
      json.writeStartObject();
      output.text("server", server.server());
      output.text("source", server.source());
      output.text("cluster", server.placement().cluster());
      output.text("role", server.placement().role());
      json.writeNumberField("events", server.calls());
      json.writeNumberField("eventsRead", server.eventsRead());
      output.seconds("queryTimeSeconds", server.timeMicros());
      output.instant("firstSeen", server.firstSeen());
      output.instant("lastSeen", server.lastSeen());
      output.ratio("longQueryTimeSeconds", server.longQueryTimeSeconds());
      json.writeBooleanField("sampled", server.sampled());
      json.writeNumberField("possibleGaps", server.possibleGaps());
      json.writeArrayFieldStart("silent");
      for (SilentSpan silent : server.silent()) {
        json.writeStartObject();
        output.text("from", silent.from().toString());
        output.text("until", silent.until().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void issues(JsonOutput output, List<Issue> issues) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("issues");
    for (Issue issue : issues) {
      json.writeStartObject();
      output.text("reason", issue.reason().key());
      json.writeNumberField("count", issue.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void lumped(JsonOutput output, SpanFacts facts) throws IOException {
    output.ratio("lumpedDigestShare", facts.ranking().quality().lumpedDigestShare());
    output.ratio("lumpedAccountShare", facts.ranking().quality().lumpedAccountShare());
    output.ratio("lumpedSchemaShare", facts.ranking().quality().lumpedSchemaShare());
  }

  private static void transactions(JsonOutput output, TransactionFacts facts) throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart("transactions");
    json.writeBooleanField("known", facts.known());
    json.writeNumberField("untoldStatements", facts.untoldStatements());
    json.writeNumberField("count", facts.transactions());
    json.writeNumberField("lumpedAccountCount", facts.lumpedAccountTransactions());
    json.writeNumberField("classCount", facts.classCount());
    json.writeArrayFieldStart("classes");
    for (TransactionClassFacts transaction : facts.classes()) {
      json.writeStartObject();
      output.text("id", transaction.id());
      output.texts("digests", transaction.digests());
      json.writeBooleanField("truncated", transaction.truncated());
      json.writeNumberField("count", transaction.transactions());
      json.writeNumberField("committed", transaction.committed());
      json.writeNumberField("rolledBack", transaction.rolledBack());
      json.writeNumberField("statements", transaction.statements());
      output.seconds("queryTimeSeconds", transaction.statementTimeMicros());
      output.seconds("openSeconds", transaction.openTimeMicros());
      output.texts("services", transaction.services());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
