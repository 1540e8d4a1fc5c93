package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import java.io.IOException;
import java.util.OptionalDouble;

/** What crosses in a placement, as an object of its own. */
final class CrossingFields {

  private CrossingFields() {}

  static void write(JsonOutput output, String name, Crossings crossings) throws IOException {
    JsonGenerator json = output.generator();
    json.writeObjectFieldStart(name);
    ratio(output, "foreignReadsPerSecond", crossings.foreignReads());
    ratio(output, "foreignWritesPerSecond", crossings.foreignWrites());
    ratio(output, "ownerJoinsPerSecond", crossings.ownerJoins());
    ratio(output, "schemaJoinsPerSecond", crossings.schemaJoins());
    ratio(output, "serverJoinsPerSecond", crossings.serverJoins());
    ratio(output, "ownerTransactionsPerSecond", crossings.ownerTransactions());
    ratio(output, "ownerWritingTransactionsPerSecond", crossings.ownerWritingTransactions());
    ratio(output, "serverTransactionsPerSecond", crossings.serverTransactions());
    ratio(output, "serverWritingTransactionsPerSecond", crossings.serverWritingTransactions());
    json.writeEndObject();
  }

  private static void ratio(JsonOutput output, String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
