package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.consolidation.room.CostShift;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.consolidation.room.MoneyRange;
import dev.watershed.analyzer.consolidation.room.ServerRoom;
import dev.watershed.analyzer.consolidation.whatif.RoomChange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What servers have to hold and cost, as fields of an object. */
final class RoomJson {

  private final JsonOutput output;
  private final JsonGenerator json;

  RoomJson(JsonOutput output) {
    this.output = output;
    json = output.generator();
  }

  void change(RoomChange change) throws IOException {
    states(change.before(), change.after());
    json.writeArrayFieldStart("costShifts");
    for (CostShift shift : change.shifts()) {
      json.writeStartObject();
      output.text("from", shift.from());
      output.text("to", shift.to());
      range(shift.perMonth());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Servers that differ, and the money of all. */
  void states(FleetRoom before, FleetRoom after) throws IOException {
    json.writeArrayFieldStart("servers");
    for (ServerRoom room : after.servers()) {
      Optional<ServerRoom> was = before.server(room.server());
      if (was.isPresent() && !was.get().equals(room)) {
        server(was.get(), room);
      }
    }
    json.writeEndArray();
    json.writeObjectFieldStart("moneyPerMonth");
    ranges("before", before.perMonth());
    ranges("after", after.perMonth());
    output.texts("serversWithoutCost", after.withoutCost());
    json.writeEndObject();
  }

  void saved(Optional<MoneyRange> perMonth) throws IOException {
    json.writeFieldName("savedPerMonth");
    if (perMonth.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    range(perMonth.get());
    json.writeEndObject();
  }

  private void server(ServerRoom was, ServerRoom room) throws IOException {
    json.writeStartObject();
    output.text("server", room.server());
    output.text("dataSet", room.dataSet());
    output.texts("takesFrom", room.takesFrom());
    needs("before", was);
    needs("after", room);
    output.ratio("cpus", room.limits().cpus());
    output.ratio("bufferPoolBytes", room.limits().bufferPoolBytes());
    output.count("redoCapacityBytes", room.redoCapacityBytes());
    output.count("maxConnections", room.maxConnections());
    json.writeFieldName("fits");
    if (room.fits().isPresent()) {
      json.writeBoolean(room.fits().get());
    } else {
      json.writeNull();
    }
    output.ratio("days", OptionalDouble.of(room.days()));
    output.texts("tooMuch", room.tooMuch());
    output.texts("unknown", room.unknown());
    output.texts("unchecked", room.unchecked());
    json.writeEndObject();
  }

  private void needs(String name, ServerRoom room) throws IOException {
    json.writeObjectFieldStart(name);
    output.text("left", room.occupancy().key());
    output.ratio("peakProcessors", room.peakProcessors());
    output.count("dataBytes", room.dataBytes());
    output.ratio("redoBytesPerSecond", room.redoBytesPerSecond());
    output.count("connections", room.connections());
    json.writeEndObject();
  }

  private void ranges(String name, List<MoneyRange> ranges) throws IOException {
    json.writeArrayFieldStart(name);
    for (MoneyRange range : ranges) {
      json.writeStartObject();
      range(range);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void range(MoneyRange money) throws IOException {
    output.text("currency", money.currency());
    output.ratio("low", OptionalDouble.of(money.low().amount()));
    output.ratio("high", OptionalDouble.of(money.high().amount()));
  }
}
