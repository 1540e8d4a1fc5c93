package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.consolidation.crossing.Border;
import dev.watershed.analyzer.consolidation.distance.CrossingStatement;
import dev.watershed.analyzer.consolidation.distance.MonthDistance;
import dev.watershed.analyzer.consolidation.distance.OwnerDistance;
import dev.watershed.analyzer.consolidation.distance.PartedTransaction;
import dev.watershed.analyzer.consolidation.distance.PlacementCounts;
import dev.watershed.analyzer.consolidation.distance.StrayWriter;
import dev.watershed.analyzer.consolidation.distance.TargetDistance;
import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalDouble;

/** The distance to a target as JSON; docs/plan.md describes each field. */
public final class TargetJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.target-distance/1";

  private final JsonOutput output;
  private final JsonGenerator json;

  private TargetJson(JsonOutput output) {
    this.output = output;
    json = output.generator();
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(TargetProgress progress, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      new TargetJson(output).write(progress);
    }
  }

  private void write(TargetProgress progress) throws IOException {
    json.writeStartObject();
    output.text("format", FORMAT);
    json.writeObjectFieldStart("today");
    output.text("from", progress.from().toString());
    output.text("until", progress.until().toString());
    distance(progress.today());
    json.writeEndObject();
    json.writeArrayFieldStart("months");
    for (MonthDistance month : progress.months()) {
      month(month);
    }
    json.writeEndArray();
    output.texts("notes", progress.notes());
    json.writeEndObject();
  }

  private void month(MonthDistance month) throws IOException {
    json.writeStartObject();
    output.text("month", month.month().toString());
    json.writeBooleanField("unknown", month.seen().isEmpty());
    if (month.seen().isPresent()) {
      MonthDistance.Seen seen = month.seen().get();
      ratio("seenShare", seen.share());
      output.text("leastSeenServer", seen.server());
      json.writeBooleanField("inPart", seen.inPart());
      json.writeBooleanField("laterCatalog", seen.laterCatalog());
      output.texts("sources", seen.sources());
      distance(month.distance().orElseThrow());
    }
    json.writeEndObject();
  }

  private void distance(TargetDistance distance) throws IOException {
    placement(distance.placement());
    json.writeNumberField("unnamedTables", distance.unnamedTables());
    CrossingFields.write(output, "crossingToday", distance.crossingToday());
    CrossingFields.write(output, "crossingTarget", distance.crossingTarget());
    json.writeArrayFieldStart("owners");
    for (OwnerDistance owner : distance.owners()) {
      owner(owner);
    }
    json.writeEndArray();
    writers("strayWriters", distance.writers());
    json.writeArrayFieldStart("transactionsToPart");
    for (PartedTransaction transaction : distance.transactions()) {
      transaction(transaction);
    }
    json.writeEndArray();
  }

  private void placement(PlacementCounts counts) throws IOException {
    json.writeObjectFieldStart("placement");
    json.writeNumberField("tables", counts.tables());
    json.writeNumberField("toPlace", counts.toPlace());
    json.writeNumberField("ownedOtherwise", counts.ownedOtherwise());
    json.writeNumberField("ownerUnknown", counts.ownerUnknown());
    json.writeNumberField("inOtherSchema", counts.inOtherSchema());
    json.writeNumberField("onOtherServer", counts.onOtherServer());
    json.writeNumberField("occupied", counts.occupied());
    json.writeEndObject();
  }

  private void owner(OwnerDistance owner) throws IOException {
    json.writeStartObject();
    output.text("owner", owner.owner());
    placement(owner.placement());
    ratio("foreignReadsPerSecond", owner.foreignReads());
    ratio("foreignWritesPerSecond", owner.foreignWrites());
    json.writeArrayFieldStart("statements");
    for (CrossingStatement statement : owner.statements()) {
      json.writeStartObject();
      output.text("digest", Fingerprints.idOf(statement.evidence().digest()));
      output.text("fingerprint", statement.evidence().fingerprint());
      output.text("service", statement.evidence().party());
      ratio("callsPerSecond", statement.evidence().callsPerSecond());
      json.writeBooleanField("estimated", statement.evidence().estimated());
      output.texts("borders", statement.borders().stream().sorted().map(Border::key).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("furtherStatements", owner.furtherStatements());
    json.writeEndObject();
  }

  private void writers(String name, List<StrayWriter> writers) throws IOException {
    json.writeArrayFieldStart(name);
    for (StrayWriter writer : writers) {
      json.writeStartObject();
      output.text("table", writer.table());
      output.text("owner", writer.owner());
      output.text("writer", writer.writer());
      json.writeBooleanField("service", writer.service());
      ratio("writesPerSecond", writer.writesPerSecond());
      json.writeBooleanField("inferred", writer.inferred());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void transaction(PartedTransaction transaction) throws IOException {
    json.writeStartObject();
    output.text("service", transaction.party());
    output.texts("tables", transaction.tables());
    output.texts("owners", transaction.owners());
    output.texts("servers", transaction.dataSets());
    ratio("transactionsPerSecond", transaction.perSecond());
    output.texts("digests", transaction.digests().stream().map(Fingerprints::idOf).toList());
    json.writeBooleanField("partial", transaction.partial());
    json.writeEndObject();
  }

  private void ratio(String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
