package dev.watershed.benchmarks.fleet.truth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.problem.PlantedCase;
import dev.watershed.benchmarks.fleet.schema.SchemaPlan;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.traffic.CallKey;
import dev.watershed.benchmarks.fleet.traffic.LoadKey;
import dev.watershed.benchmarks.fleet.traffic.LoadSum;
import dev.watershed.benchmarks.fleet.traffic.Phase;
import dev.watershed.benchmarks.fleet.traffic.TrafficCounts.Outcomes;
import dev.watershed.benchmarks.fleet.traffic.TransactionKey;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code watershed.fleet-truth/1}; docs/fleet.md says what its fields mean. */
public final class TruthWriter {

  static final String FORMAT = "watershed.fleet-truth/1";

  private final FleetPlan plan;
  private final JsonGenerator json;

  private TruthWriter(FleetPlan plan, JsonGenerator json) {
    this.plan = plan;
    this.json = json;
  }

  /** Writes what was planned and what happened. */
  public static void write(FleetPlan plan, FleetRun run, Writer out) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    try (JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(printer)) {
      TruthWriter writer = new TruthWriter(plan, json);
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      writer.run(run);
      writer.plan();
      writer.counts(run);
      json.writeEndObject();
    }
  }

  /** Writes what was planned alone: the same bytes for the same seed. */
  public static void writePlan(FleetPlan plan, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      new TruthWriter(plan, json).plan();
      json.writeEndObject();
    }
  }

  private void run(FleetRun run) throws IOException {
    json.writeStringField("startedAt", run.startedAt().toString());
    json.writeStringField("endedAt", run.endedAt().toString());
    json.writeNumberField("plannedSeconds", run.planned().toMillis() / 1e3);
    json.writeNumberField("rateFactor", run.rateFactor());
    json.writeNumberField("rowFactor", run.rowFactor());
    json.writeArrayFieldStart("servers");
    for (FleetRun.Server server : run.servers()) {
      json.writeStartObject();
      json.writeStringField("name", server.name());
      json.writeStringField("product", server.product());
      json.writeStringField("version", server.version());
      strings(
          "schemas",
          plan.catalog().schemas().stream()
              .filter(schema -> schema.server().equals(server.name()))
              .map(SchemaPlan::name)
              .toList());
      json.writeNumberField(
          "tables",
          plan.catalog().tables().stream()
              .filter(table -> plan.catalog().server(table.name().schema()).equals(server.name()))
              .count());
      json.writeNumberField("rows", server.rows());
      json.writeStringField("slowLog", server.slowLog());
      json.writeStringField("catalog", server.catalog());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void plan() throws IOException {
    json.writeNumberField("seed", plan.seed());
    json.writeArrayFieldStart("phases");
    for (Phase phase : Phase.values()) {
      json.writeStartObject();
      json.writeStringField("name", phase.name().toLowerCase(Locale.ROOT));
      json.writeNumberField("from", phase.from());
      json.writeNumberField("until", phase.until());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("deploymentAt", Phase.DEPLOYMENT);
    services();
    json.writeArrayFieldStart("cases");
    for (PlantedCase planted : plan.cases().all()) {
      planted(planted);
    }
    json.writeEndArray();
    strings(
        "tablesWithoutStatements",
        plan.catalog().tables().stream()
            .map(Table::name)
            .filter(plan.cases().facts()::untouched)
            .map(Object::toString)
            .toList());
    statements();
  }

  private void services() throws IOException {
    json.writeArrayFieldStart("services");
    for (Service service : plan.services().all()) {
      json.writeStartObject();
      json.writeStringField("name", service.name());
      json.writeStringField("team", service.team());
      json.writeBooleanField("attributed", service.attributed());
      json.writeStringField("account", service.account());
      json.writeStringField("server", plan.catalog().server(service.schema()));
      json.writeStringField("schema", service.schema());
      json.writeStringField("program", service.program());
      json.writeStringField("tags", service.tags().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("connections", service.pool());
      strings("owns", service.owns());
      strings("reads", service.reads());
      strings("modules", service.modules().stream().map(module -> module.name()).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void planted(PlantedCase planted) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", planted.id());
    json.writeStringField("kind", planted.kind().name());
    json.writeBooleanField("trap", planted.trap());
    strings("tables", planted.tables().stream().map(Object::toString).toList());
    if (planted.index().isPresent()) {
      json.writeStringField("index", planted.index().get());
    }
    strings("columns", planted.columns());
    strings("services", plan.cases().facts().services(planted));
    strings(
        "digests",
        plan.cases().facts().queries(planted).stream()
            .flatMap(query -> query.query().templates().stream())
            .map(template -> template.fingerprint().id())
            .distinct()
            .toList());
    json.writeStringField("says", planted.says());
    if (planted.mustNotSay().isPresent()) {
      json.writeStringField("mustNotSay", planted.mustNotSay().get());
    }
    json.writeEndObject();
  }

  private void statements() throws IOException {
    json.writeArrayFieldStart("statements");
    for (PlannedStatement statement : PlannedStatement.all(plan)) {
      json.writeStartObject();
      json.writeStringField("digest", Fingerprints.idOf(statement.digest()));
      json.writeStringField("fingerprint", statement.fingerprint());
      strings("reads", statement.reads());
      strings("writes", statement.writes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void counts(FleetRun run) throws IOException {
    json.writeArrayFieldStart("load");
    for (Map.Entry<LoadKey, LoadSum> entry : run.counts().load().entrySet()) {
      json.writeStartObject();
      json.writeStringField("service", entry.getKey().service());
      json.writeStringField("module", entry.getKey().module());
      json.writeStringField("digest", Fingerprints.idOf(entry.getKey().digest()));
      json.writeNumberField("calls", entry.getValue().calls());
      json.writeNumberField("errors", entry.getValue().errors());
      json.writeNumberField("clientTimeMicros", entry.getValue().clientMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("transactions");
    for (Map.Entry<TransactionKey, Outcomes> entry : run.counts().transactions().entrySet()) {
      json.writeStartObject();
      json.writeStringField("service", entry.getKey().service());
      strings("digests", entry.getKey().digests().stream().map(Fingerprints::idOf).toList());
      json.writeNumberField("committed", entry.getValue().committed());
      json.writeNumberField("rolledBack", entry.getValue().rolledBack());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("calls");
    for (Map.Entry<CallKey, Long> entry : run.counts().calls().entrySet()) {
      json.writeStartObject();
      json.writeStringField("from", entry.getKey().from());
      json.writeStringField("to", entry.getKey().to());
      json.writeNumberField("count", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("retries");
    for (Map.Entry<String, Long> entry : run.counts().retries().entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void strings(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : List.copyOf(values)) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
