package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.cost.ServiceCost;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.SlowedService;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code analyze --neighbours} as JSON; docs/neighbours.md describes each field. */
public final class NeighboursJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.neighbours/1";

  private final JsonOutput output;
  private final JsonGenerator json;

  private NeighboursJson(JsonOutput output) {
    this.output = output;
    this.json = output.generator();
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(FleetUse use, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      new NeighboursJson(output).write(use);
    }
  }

  private void write(FleetUse use) throws IOException {
    json.writeStartObject();
    output.text("format", FORMAT);
    loud("neighbours", use.neighbours());
    loud("takers", use.takers());
    json.writeArrayFieldStart("bills");
    for (ServerBill bill : use.bills()) {
      bill(bill);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("costs");
    for (ServiceCost cost : use.costs()) {
      json.writeStartObject();
      output.text("service", cost.service());
      money("perMonth", Optional.of(cost.perMonth()));
      json.writeNumberField("servers", cost.servers());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("servers");
    for (ServerUse server : use.servers()) {
      server(server);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("together");
    for (Together pair : use.together()) {
      pair(pair);
    }
    json.writeEndArray();
    output.texts("notes", use.notes());
    json.writeEndObject();
  }

  private void loud(String name, List<LoudService> services) throws IOException {
    json.writeArrayFieldStart(name);
    for (LoudService service : services) {
      loud(service);
    }
    json.writeEndArray();
  }

  private void loud(LoudService loud) throws IOException {
    json.writeStartObject();
    output.text("id", loud.id());
    output.text("server", loud.server());
    output.text("service", loud.service());
    json.writeNumberField("loudSlots", loud.loud());
    json.writeNumberField("slots", loud.slots());
    json.writeNumberField("slotMinutes", loud.width().toMinutes());
    output.instant("first", Optional.of(loud.first()));
    output.instant("last", Optional.of(loud.last()));
    ratio("loudShare", loud.loudShare());
    ratio("usualShare", loud.usualShare());
    ratio("loudActive", loud.loudActive());
    ratio("usualActive", loud.usualActive());
    output.texts("calendar", loud.calendar());
    json.writeArrayFieldStart("slowed");
    for (SlowedService slowed : loud.slowed()) {
      json.writeStartObject();
      output.text("service", slowed.service());
      ratio("timesSlower", slowed.timesSlower());
      output.ratio("timesForSameWork", slowed.timesForSameWork());
      ratio("probability", slowed.probability());
      latency("quiet", slowed.quiet());
      latency("loud", slowed.loud());
      output.estimatedSeconds("budgetP95Seconds", slowed.budgetMicros());
      json.writeBooleanField("leavesBudget", slowed.leavesBudget());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("judgedServices", loud.judged());
    json.writeNumberField("otherServices", loud.others());
    json.writeEndObject();
  }

  private void latency(String name, SlowedService.Latency latency) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("slots", latency.slots());
    json.writeNumberField("calls", latency.calls());
    output.estimatedSeconds("meanSeconds", OptionalDouble.of(latency.meanMicros()));
    output.estimatedSeconds("meanLockSeconds", OptionalDouble.of(latency.meanLockMicros()));
    output.estimatedSeconds("p95Seconds", latency.p95Micros());
    json.writeEndObject();
  }

  private void bill(ServerBill bill) throws IOException {
    json.writeStartObject();
    output.text("server", bill.server());
    money("perMonth", Optional.of(bill.perMonth()));
    output.text("method", bill.method().key());
    json.writeArrayFieldStart("parts");
    for (ServerBill.Part part : bill.parts()) {
      json.writeStartObject();
      output.text("service", part.service());
      ratio("share", part.share());
      ratio("amount", part.cost().amount());
      ratio("low", part.low().amount());
      ratio("high", part.high().amount());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void server(ServerUse use) throws IOException {
    json.writeStartObject();
    output.text("server", use.server());
    output.text("dataSet", use.dataSet());
    series("activeStatements", Optional.of(use.active()));
    json.writeBooleanField("allStatements", use.complete());
    series("busyProcessors", use.processors());
    output.ratio("cpus", use.limits().cpus());
    output.count("dataBytes", use.workingSetBytes());
    output.ratio("bufferPoolBytes", use.limits().bufferPoolBytes());
    output.ratio("redoBytesPerSecond", use.redoBytesPerSecond());
    output.count("redoCapacityBytes", use.redoCapacityBytes());
    output.count("connections", use.connections());
    output.count("maxConnections", use.maxConnections());
    json.writeEndObject();
  }

  private void series(String name, Optional<Series> series) throws IOException {
    json.writeObjectFieldStart(name);
    output.ratio("peak", series.map(Series::peak).orElse(OptionalDouble.empty()));
    output.ratio("p95", series.map(Series::p95).orElse(OptionalDouble.empty()));
    output.ratio("mean", series.map(Series::mean).orElse(OptionalDouble.empty()));
    json.writeEndObject();
  }

  private void pair(Together pair) throws IOException {
    json.writeStartObject();
    output.text("stays", pair.stays().dataSet());
    output.text("moves", pair.moves().dataSet());
    json.writeFieldName("fits");
    if (pair.fits().isPresent()) {
      json.writeBoolean(pair.fits().get());
    } else {
      json.writeNull();
    }
    output.ratio("peakProcessors", pair.peakProcessors());
    ratio("days", pair.days());
    money("costBefore", pair.costBefore());
    money("leastCostAfter", pair.leastCostAfter());
    output.texts("tooMuch", pair.tooMuch());
    output.texts("unknown", pair.unknown());
    output.texts("unchecked", pair.unchecked());
    json.writeEndObject();
  }

  private void money(String name, Optional<Money> money) throws IOException {
    json.writeFieldName(name);
    if (money.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    output.text("currency", money.get().currency());
    ratio("amount", money.get().amount());
    json.writeEndObject();
  }

  private void ratio(String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
