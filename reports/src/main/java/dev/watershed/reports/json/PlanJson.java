package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalDouble;

/** The answer of {@code plan} as JSON; docs/plan.md describes each field. */
public final class PlanJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.plan/1";

  private final JsonOutput output;
  private final JsonGenerator json;
  private final StepJson judged;

  private PlanJson(JsonOutput output, CouplingInput input) {
    this.output = output;
    json = output.generator();
    judged = new StepJson(output, input);
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(Plan plan, CouplingInput input, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      new PlanJson(output, input).write(plan);
    }
  }

  private void write(Plan plan) throws IOException {
    json.writeStartObject();
    output.text("format", FORMAT);
    judged.crossings("today", plan.today());
    judged.crossings("afterAll", plan.afterAll());
    new RoomJson(output).states(plan.roomToday(), plan.roomAfterAll());
    json.writeArrayFieldStart("steps");
    for (PlannedStep step : plan.steps()) {
      json.writeStartObject();
      proposal(step.proposal());
      output.texts("alternatives", step.alternatives());
      if (step.judged().isPresent()) {
        json.writeObjectFieldStart("judged");
        judged.step(step.judged().get());
        json.writeEndObject();
      } else {
        json.writeNullField("judged");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("alternatives");
    for (Proposal proposal : plan.alternatives()) {
      json.writeStartObject();
      proposal(proposal);
      json.writeEndObject();
    }
    json.writeEndArray();
    output.texts("notes", plan.notes());
    json.writeEndObject();
  }

  private void proposal(Proposal proposal) throws IOException {
    output.text("id", proposal.id());
    output.text("kind", proposal.kind().key());
    output.texts("subject", proposal.subject());
    output.text("message", proposal.message());
    output.texts("touches", List.copyOf(proposal.touches()));
    output.ratio("benefitPerSecond", OptionalDouble.of(proposal.benefit()));
    new RoomJson(output).saved(proposal.savedPerMonth());
    output.text("confidence", proposal.confidence().key());
    output.texts("grounds", proposal.grounds());
    output.texts("risks", proposal.risks());
    output.texts("stepsToTake", proposal.steps());
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : proposal.evidence()) {
      json.writeStartObject();
      output.text("digest", Fingerprints.idOf(evidence.digest()));
      output.text("fingerprint", evidence.fingerprint());
      output.text("service", evidence.party());
      output.ratio("callsPerSecond", OptionalDouble.of(evidence.callsPerSecond()));
      json.writeBooleanField("estimated", evidence.estimated());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
