package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.consolidation.whatif.WhatIf;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.reports.SnapshotStamp;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What moves would change, as JSON; docs/plan.md describes each field. */
public final class WhatIfJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.what-if/1";

  private final JsonOutput output;
  private final JsonGenerator json;
  private final StepJson steps;

  private WhatIfJson(JsonOutput output, CouplingInput input) {
    this.output = output;
    json = output.generator();
    steps = new StepJson(output, input);
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(WhatIf whatIf, CouplingInput input, OutputStream stream)
      throws IOException {
    write(whatIf, input, Optional.empty(), stream);
  }

  /**
   * The same.
   *
   * @param snapshot on which it rests, if it does on one
   */
  public static void write(
      WhatIf whatIf, CouplingInput input, Optional<SnapshotStamp> snapshot, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream, snapshot)) {
      new WhatIfJson(output, input).write(whatIf);
    }
  }

  private void write(WhatIf whatIf) throws IOException {
    json.writeStartObject();
    output.format(FORMAT);
    steps.crossings("today", whatIf.today());
    steps.crossings("afterAll", whatIf.afterAll());
    new RoomJson(output).states(whatIf.roomToday(), whatIf.roomAfterAll());
    json.writeArrayFieldStart("steps");
    for (Step step : whatIf.steps()) {
      json.writeStartObject();
      steps.step(step);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
