package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.attribution.AccountCheck;
import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.analyzer.attribution.SampledDigest;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.attribution.ServiceShare;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.reports.ServiceNames;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** The fields of a load that is an estimate, with intervals of 95%. */
final class EstimateFields {

  private EstimateFields() {}

  /** {@code services} where some of the load is an estimate. */
  static void services(JsonOutput output, FleetLoad load) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("services");
    for (FleetLoad.Part part : load.services()) {
      json.writeStartObject();
      output.text("service", ServiceNames.of(part.service()));
      json.writeNullField("calls");
      part(output, part, load.totalMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** {@code groups} by service or module, ordered by time: nothing else is estimated. */
  static void groups(JsonOutput output, RankingOptions options, FleetLoad load) throws IOException {
    JsonGenerator json = output.generator();
    output.text("groupBy", options.groupBy().key());
    output.text("orderBy", Order.TIME.key());
    json.writeNumberField("groupCount", load.services().size());
    json.writeArrayFieldStart("groups");
    for (FleetLoad.Part part : ServiceNames.limited(load.services(), options.limit())) {
      json.writeStartObject();
      output.text("name", ServiceNames.of(part.service()).orElse(ServiceNames.UNATTRIBUTED));
      json.writeBooleanField("known", part.service().attributed());
      json.writeNullField("calls");
      part(output, part, load.totalMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** {@code attribution}: what the estimate rests on; null where nothing is estimated. */
  static void attribution(JsonOutput output, FleetLoad load) throws IOException {
    JsonGenerator json = output.generator();
    if (!load.estimated()) {
      json.writeNullField("attribution");
      return;
    }
    json.writeObjectFieldStart("attribution");
    output.text("estimator", FleetLoad.ESTIMATOR);
    json.writeNumberField("samples", load.samples());
    output.seconds("queryTimeSeconds", load.totalMicros());
    output.estimatedSeconds("unseenServiceHighSeconds", OptionalDouble.of(load.unseenMicros()));
    output.seconds("unsampledSeconds", load.unsampledMicros());
    output.seconds("openSeconds", load.openMicros());
    output.seconds("unattributedSeconds", load.unattributedMicros());
    json.writeArrayFieldStart("servers");
    for (ServerEstimate server : load.servers()) {
      server(output, server);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** {@code bySample}: whose time a statement takes, by samples; a row per server. */
  static void sampled(JsonOutput output, List<SampledDigest> servers) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("bySample");
    for (SampledDigest server : servers) {
      json.writeStartObject();
      output.text("server", server.server());
      json.writeNumberField("samples", server.shares().counts().samples());
      json.writeNumberField("executions", server.shares().counts().executions());
      json.writeArrayFieldStart("services");
      for (ServiceShare service : server.shares().services()) {
        json.writeStartObject();
        output.text("service", ServiceNames.of(service.service()));
        json.writeNumberField("samples", service.counts().samples());
        shares(output, service.share());
        json.writeEndObject();
      }
      json.writeEndArray();
      output.ratio("unseenServiceHigh", OptionalDouble.of(server.shares().unseen().high()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void server(JsonOutput output, ServerEstimate server) throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("server", server.server());
    json.writeNumberField("samples", server.samples());
    output.seconds("sampledSeconds", server.sampledMicros());
    output.seconds("countedSeconds", server.services().totalMicros());
    output.seconds("unsampledSeconds", server.services().unsampledMicros());
    output.seconds("openSeconds", server.services().openMicros());
    json.writeNumberField("accountsAgreeing", server.agreeing());
    json.writeArrayFieldStart("accounts");
    for (AccountCheck account : server.accounts()) {
      json.writeStartObject();
      output.text("account", account.user());
      output.texts("services", account.services());
      output.ratio("countedShare", OptionalDouble.of(account.countedShare()));
      shares(output, account.sampledShare());
      json.writeBooleanField("agrees", account.agrees());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void part(JsonOutput output, FleetLoad.Part part, long totalMicros)
      throws IOException {
    Interval micros = part.micros();
    output.ratio(
        "share",
        totalMicros == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(micros.estimate() / totalMicros));
    output.estimatedSeconds("queryTimeSeconds", OptionalDouble.of(micros.estimate()));
    output.estimatedSeconds("lowSeconds", OptionalDouble.of(micros.low()));
    output.estimatedSeconds("highSeconds", OptionalDouble.of(micros.high()));
    output.seconds("exactSeconds", part.exactMicros());
    output.estimatedSeconds("sampledSeconds", OptionalDouble.of(part.sampledMicros().estimate()));
    output.generator().writeNumberField("samples", part.samples());
  }

  private static void shares(JsonOutput output, Interval share) throws IOException {
    output.ratio("sampledShare", OptionalDouble.of(share.estimate()));
    output.ratio("sampledShareLow", OptionalDouble.of(share.low()));
    output.ratio("sampledShareHigh", OptionalDouble.of(share.high()));
  }
}
