package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.index.result.AdviceFacts;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.reports.SnapshotStamp;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code explain} for an advice as JSON; docs/advise.md describes each field. */
public final class AdviceFactsJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.advice/1";

  private AdviceFactsJson() {}

  /** Writes the answer and leaves the stream open. */
  public static void write(AdviceFacts facts, OutputStream stream) throws IOException {
    write(facts, Optional.empty(), stream);
  }

  /**
   * The same.
   *
   * @param snapshot on which it rests, if it does on one
   */
  public static void write(AdviceFacts facts, Optional<SnapshotStamp> snapshot, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream, snapshot)) {
      JsonGenerator json = output.generator();
      ServerAdvice server = facts.table().advice();
      json.writeStartObject();
      output.format(FORMAT);
      output.text("name", server.name());
      output.texts("servers", server.servers());
      output.text("version", server.version());
      output.ratio("observedSeconds", OptionalDouble.of(server.observedSeconds()));
      json.writeFieldName("advice");
      AdviceJson.index(output, facts.planned(), server);
      AdviceJson.uses(output, facts.table());
      json.writeArrayFieldStart("statements");
      for (AdviceFacts.Statement statement : facts.statements()) {
        statement(output, statement);
      }
      json.writeEndArray();
      output.texts("unknowns", server.unknowns());
      json.writeEndObject();
    }
  }

  private static void statement(JsonOutput output, AdviceFacts.Statement statement)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("server", statement.server());
    DigestFields.identity(output, statement.facts().digest());
    json.writeNumberField("rank", statement.facts().rank());
    json.writeNumberField("digestCount", statement.facts().digestCount());
    DigestFields.figures(output, statement.facts().group());
    ExplainJson.parts(output, "byService", statement.facts().services());
    json.writeEndObject();
  }
}
