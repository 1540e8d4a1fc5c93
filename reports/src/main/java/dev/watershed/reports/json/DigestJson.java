package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.QualityFacts;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.ReportContext;
import dev.watershed.workload.Issue;
import dev.watershed.workload.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code digest} as JSON; docs/digest.md describes each field. */
public final class DigestJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.digest/1";

  private DigestJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(WorkloadFacts facts, ReportContext context, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartObject();
      output.text("format", FORMAT);
      files(output, facts.quality().files());
      totals(output, facts.totals());
      issues(output, facts.quality().issues());
      failed(output, context.failed());
      quality(output, facts.quality());
      services(output, facts.services());
      output.text("groupBy", facts.options().groupBy().key());
      output.text("orderBy", facts.order().key());
      json.writeNumberField("groupCount", facts.groupCount());
      boolean digests = facts.options().groupBy() == GroupBy.DIGEST;
      json.writeArrayFieldStart(digests ? "digests" : "groups");
      for (GroupFacts group : facts.groups()) {
        group(output, group);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void files(JsonOutput output, List<SourceFile> files) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("files");
    for (SourceFile file : files) {
      json.writeStartObject();
      output.text("path", file.path());
      json.writeNumberField("bytes", file.bytes());
      json.writeNumberField("events", file.events());
      json.writeNumberField("issues", file.issues());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void totals(JsonOutput output, Optional<Figures> totals) throws IOException {
    JsonGenerator json = output.generator();
    json.writeNumberField("events", totals.map(Figures::loggedCalls).orElse(0L));
    json.writeNumberField("eventsRead", totals.map(Figures::eventsRead).orElse(0L));
    output.seconds("queryTimeSeconds", totals.map(Figures::timeMicros).orElse(0L));
    output.seconds("lockTimeSeconds", totals.map(Figures::lockTimeMicros).orElse(0L));
    json.writeNumberField("rowsSent", totals.map(Figures::rowsSent).orElse(0L));
    json.writeNumberField("rowsExamined", totals.map(Figures::rowsExamined).orElse(0L));
    output.instant("firstSeen", totals.flatMap(Figures::firstSeen));
    output.instant("lastSeen", totals.flatMap(Figures::lastSeen));
  }

  private static void failed(JsonOutput output, List<FailedSource> failed) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("failed");
    for (FailedSource source : failed) {
      json.writeStartObject();
      output.text("path", source.path());
      output.text("message", source.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void issues(JsonOutput output, List<Issue> issues) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("issues");
    for (Issue issue : issues) {
      json.writeStartObject();
      output.text("reason", issue.reason().key());
      json.writeNumberField("count", issue.count());
      json.writeObjectFieldStart("firstAt");
      output.text("path", issue.firstPath());
      json.writeNumberField("offset", issue.firstOffset());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void quality(JsonOutput output, QualityFacts quality) throws IOException {
    OptionalDouble threshold = quality.visibility().longQueryTimeSeconds();
    output.ratio("longQueryTimeSeconds", threshold);
    output.seconds("shortestSeenSeconds", quality.visibility().smallestMicros());
    output.ratio("unattributedShare", quality.unattributedShare());
  }

  private static void services(JsonOutput output, List<ServiceLoad> services) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("services");
    for (ServiceLoad load : services) {
      json.writeStartObject();
      output.text("service", serviceName(load.service()));
      output.count("calls", load.figures().calls());
      output.ratio("share", load.share());
      output.seconds("queryTimeSeconds", load.figures().timeMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void group(JsonOutput output, GroupFacts group) throws IOException {
    output.generator().writeStartObject();
    if (group.key() instanceof GroupKey.Digest digest) {
      DigestFields.identity(output, digest);
    } else if (group.key() instanceof GroupKey.Named named) {
      output.text("name", named.name());
      output.generator().writeBooleanField("known", named.known());
    } else if (group.key() instanceof GroupKey.Slot slot) {
      output.text("from", slot.from().toString());
      output.generator().writeNumberField("minutes", slot.width().toMinutes());
    }
    DigestFields.figures(output, group);
    output.generator().writeEndObject();
  }

  private static Optional<String> serviceName(GroupKey.Named service) {
    return service.known() ? Optional.of(service.name()) : Optional.empty();
  }
}
