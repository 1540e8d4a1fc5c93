package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.ReportContext;
import dev.watershed.workload.Issue;
import dev.watershed.workload.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

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
      RankingFields.totals(output, facts.totals());
      issues(output, facts.quality().issues());
      RankingFields.failed(output, context.failed());
      RankingFields.quality(output, facts.quality());
      RankingFields.services(output, facts.services());
      RankingFields.groups(output, facts);
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
}
