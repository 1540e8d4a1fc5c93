package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.Percentiles;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The figures of a group as fields of its object. */
final class FigureFields {

  private final JsonOutput output;
  private final JsonGenerator json;

  FigureFields(JsonOutput output) {
    this.output = output;
    this.json = output.generator();
  }

  void write(Figures figures, OptionalDouble share) throws IOException {
    output.count("calls", figures.calls());
    output.ratio("share", share);
    json.writeObjectFieldStart("queryTimeSeconds");
    output.seconds("sum", figures.timeMicros());
    output.seconds("min", figures.minMicros());
    output.seconds("max", figures.maxMicros());
    percentile("p50", figures.percentiles(), Percentiles::p50Micros);
    percentile("p95", figures.percentiles(), Percentiles::p95Micros);
    percentile("p99", figures.percentiles(), Percentiles::p99Micros);
    output.estimatedSeconds("standardDeviation", figures.standardDeviationMicros());
    json.writeEndObject();
    json.writeObjectFieldStart("lockTimeSeconds");
    output.seconds("sum", figures.lockTimeMicros());
    json.writeEndObject();
    sum("rowsSent", figures.rowsSent());
    sum("rowsExamined", figures.rowsExamined());
  }

  private void percentile(
      String name, Optional<Percentiles> percentiles, ToDoubleFunction<Percentiles> which)
      throws IOException {
    OptionalDouble micros =
        percentiles.isPresent()
            ? OptionalDouble.of(which.applyAsDouble(percentiles.get()))
            : OptionalDouble.empty();
    output.estimatedSeconds(name, micros);
  }

  private void sum(String name, long value) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("sum", value);
    json.writeEndObject();
  }
}
