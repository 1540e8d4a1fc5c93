package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.calls.CallEnd;
import dev.watershed.analyzer.calls.CallFacts;
import dev.watershed.analyzer.calls.CallingPair;
import dev.watershed.analyzer.calls.ServiceCall;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.coupling.input.Parties;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The part {@code calls} of the answer about coupling. */
final class CallsFields {

  private final JsonOutput output;
  private final JsonGenerator json;
  private final Parties parties;

  CallsFields(JsonOutput output, Parties parties) {
    this.output = output;
    this.json = output.generator();
    this.parties = parties;
  }

  void write(CallFacts facts) throws IOException {
    json.writeObjectFieldStart("calls");
    output.texts("sources", facts.sources());
    json.writeArrayFieldStart("edges");
    for (ServiceCall call : facts.calls()) {
      edge(call);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pairs");
    for (CallingPair pair : facts.pairs()) {
      pair(pair);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("dataOnly");
    for (PairMeasures pair : facts.dataOnly()) {
      json.writeStartObject();
      names(pair.first(), pair.second());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cycles");
    for (List<Integer> cycle : facts.cycles()) {
      json.writeStartArray();
      for (int party : cycle) {
        json.writeString(parties.name(party));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    output.texts("notes", facts.notes());
    json.writeEndObject();
  }

  private void edge(ServiceCall call) throws IOException {
    json.writeStartObject();
    end("caller", call.caller());
    end("callee", call.callee());
    output.ratio("callsPerSecond", call.callsPerSecond());
    json.writeArrayFieldStart("counts");
    for (ServiceCall.Count count : call.counts()) {
      json.writeStartObject();
      output.text("source", count.source());
      output.ratio("calls", count.calls());
      output.ratio("callsPerSecond", count.callsPerSecond());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void end(String name, CallEnd end) throws IOException {
    output.text(name, end.name());
    json.writeBooleanField(name + "Known", end.party().isPresent());
  }

  private void pair(CallingPair pair) throws IOException {
    json.writeStartObject();
    names(pair.first(), pair.second());
    json.writeBooleanField("firstCallsSecond", pair.forth().isPresent());
    json.writeBooleanField("secondCallsFirst", pair.back().isPresent());
    output.ratio("firstToSecondPerSecond", rate(pair.forth()));
    output.ratio("secondToFirstPerSecond", rate(pair.back()));
    json.writeBooleanField("sharesData", pair.data().isPresent());
    json.writeEndObject();
  }

  private static OptionalDouble rate(Optional<ServiceCall> call) {
    return call.map(ServiceCall::callsPerSecond).orElse(OptionalDouble.empty());
  }

  private void names(int first, int second) throws IOException {
    output.text("first", parties.name(first));
    output.text("second", parties.name(second));
  }
}
