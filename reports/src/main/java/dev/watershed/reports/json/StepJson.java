package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.consolidation.crossing.Border;
import dev.watershed.analyzer.consolidation.crossing.ChangedTouch;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.whatif.Effort;
import dev.watershed.analyzer.consolidation.whatif.Obstacle;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.Set;

/** What a move changes, as fields of an object. */
final class StepJson {

  private final JsonOutput output;
  private final JsonGenerator json;
  private final CouplingInput input;

  StepJson(JsonOutput output, CouplingInput input) {
    this.output = output;
    json = output.generator();
    this.input = input;
  }

  void step(Step step) throws IOException {
    output.text("move", step.text());
    output.texts("tables", step.tables());
    crossings("before", step.before());
    crossings("after", step.after());
    ratio("callsPerSecond", step.callsPerSecond());
    effort(step.effort());
    new RoomJson(output).change(step.room());
    json.writeArrayFieldStart("obstacles");
    for (Obstacle obstacle : step.obstacles()) {
      json.writeStartObject();
      output.text("kind", obstacle.kind().key());
      output.text("subject", obstacle.subject());
      json.writeBooleanField("prevents", obstacle.prevents());
      output.text("message", obstacle.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("statements");
    for (ChangedTouch changed : step.changed()) {
      statement(changed);
    }
    json.writeEndArray();
  }

  void crossings(String name, Crossings crossings) throws IOException {
    CrossingFields.write(output, name, crossings);
  }

  private void effort(Effort effort) throws IOException {
    json.writeObjectFieldStart("effort");
    output.text("size", effort.size().name());
    ratio("days", effort.days());
    json.writeNumberField("tablesToPlace", effort.tablesToPlace());
    json.writeNumberField("statementsToCalls", effort.statementsToCalls());
    json.writeNumberField("joinsToPart", effort.joinsToPart());
    json.writeNumberField("transactionsToPart", effort.transactionsToPart());
    json.writeNumberField("callSites", effort.callSites());
    json.writeNumberField("statementsWithoutCallSite", effort.statementsWithoutCallSite());
    json.writeNumberField("bytesToCopy", effort.bytesToCopy());
    ratio("copySeconds", effort.copySeconds());
    json.writeNumberField("tablesOfUnknownSize", effort.tablesOfUnknownSize());
    output.texts("services", effort.services());
    output.texts("teams", effort.teams());
    json.writeEndObject();
  }

  private void statement(ChangedTouch changed) throws IOException {
    int number = input.touches().statement(changed.touch());
    CoupledStatement statement = input.statements().get(number);
    json.writeStartObject();
    output.text("digest", Fingerprints.idOf(statement.digest()));
    output.text("fingerprint", statement.fingerprint());
    output.text("service", input.parties().name(input.touches().party(changed.touch())));
    ratio("callsPerSecond", input.touches().calls(changed.touch()) / input.seconds(number));
    borders("before", changed.before());
    borders("after", changed.after());
    json.writeEndObject();
  }

  private void borders(String name, Set<Border> borders) throws IOException {
    output.texts(name, borders.stream().sorted().map(Border::key).toList());
  }

  private void ratio(String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
