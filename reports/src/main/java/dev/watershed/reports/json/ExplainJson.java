package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.attribution.SampledDigest;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.ranking.DigestFacts;
import dev.watershed.analyzer.ranking.DigestInference;
import dev.watershed.analyzer.ranking.DigestPart;
import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.ranking.TouchedTable;
import dev.watershed.reports.SnapshotStamp;
import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code explain} as JSON; docs/digest.md describes each field. */
public final class ExplainJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.explain/1";

  private ExplainJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(
      DigestFacts facts,
      List<SampledDigest> sampled,
      DigestInference inferred,
      WidenedSpan span,
      OutputStream stream)
      throws IOException {
    write(facts, sampled, inferred, span, Optional.empty(), stream);
  }

  /**
   * The same.
   *
   * @param snapshot on which it rests, if it does on one
   */
  public static void write(
      DigestFacts facts,
      List<SampledDigest> sampled,
      DigestInference inferred,
      WidenedSpan span,
      Optional<SnapshotStamp> snapshot,
      OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream, snapshot)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.format(FORMAT);
      output.instant("countedFrom", span.from());
      output.instant("countedUntil", span.until());
      DigestFields.identity(output, facts.digest());
      json.writeNumberField("rank", facts.rank());
      json.writeNumberField("digestCount", facts.digestCount());
      DigestFields.figures(output, facts.group());
      output.texts(
          "tablesWritten",
          facts.digest().tables().stream()
              .filter(TouchedTable::written)
              .map(TouchedTable::name)
              .toList());
      InferenceFields.ofDigest(output, inferred);
      effort(output, facts.group().figures().effort().orElseThrow());
      histogram(output, facts.group().figures().histogram());
      parts(output, "byService", facts.services());
      EstimateFields.sampled(output, sampled);
      parts(output, "bySchema", facts.schemas());
      parts(output, "byAccount", facts.accounts());
      DigestJson.issues(output, facts.quality().issues());
      RankingFields.quality(output, facts.quality());
      json.writeEndObject();
    }
  }

  private static void effort(JsonOutput output, Effort effort) throws IOException {
    JsonGenerator json = output.generator();
    json.writeNumberField("errors", effort.errors());
    json.writeNumberField("rowsAffected", effort.rowsAffected());
    json.writeNumberField("bytesSent", effort.bytesSent());
    json.writeNumberField("temporaryTables", effort.temporaryTables());
    json.writeNumberField("temporaryDiskTables", effort.temporaryDiskTables());
    json.writeNumberField("fullScans", effort.fullScans());
    json.writeNumberField("fullJoins", effort.fullJoins());
    json.writeNumberField("sortRows", effort.sortRows());
    json.writeNumberField("sortMergePasses", effort.sortMergePasses());
    json.writeNumberField("inheritedSchema", effort.inheritedSchema());
    output.seconds("cpuTimeSeconds", effort.cpuTimeMicros());
  }

  private static void histogram(JsonOutput output, LatencyHistogram histogram) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("histogram");
    for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
      if (histogram.countAt(bucket) > 0) {
        json.writeStartObject();
        OptionalDouble upper = OptionalDouble.of(LatencyBuckets.upperMicros(bucket));
        output.estimatedSeconds("belowSeconds", upper);
        json.writeNumberField("count", histogram.countAt(bucket));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** The parts of a digest. */
  static void parts(JsonOutput output, String name, List<DigestPart> parts) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart(name);
    for (DigestPart part : parts) {
      json.writeStartObject();
      output.text("name", part.key().known() ? Optional.of(part.key().name()) : Optional.empty());
      output.count("calls", part.figures().calls());
      output.ratio("share", part.share());
      output.seconds("queryTimeSeconds", part.figures().timeMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
