package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.catalog.CatalogedTable;
import dev.watershed.analyzer.catalog.CatalogedTable.IncomingKey;
import dev.watershed.analyzer.catalog.CatalogedTable.Mention;
import dev.watershed.analyzer.index.result.TableAdvice;
import dev.watershed.analyzer.ranking.DigestPart;
import dev.watershed.analyzer.ranking.TableFacts;
import dev.watershed.analyzer.ranking.TableLoad;
import dev.watershed.analyzer.ranking.TableLoad.TableDigest;
import dev.watershed.reports.SnapshotStamp;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The answer of {@code explain} for a table as JSON; docs/digest.md describes each field. */
public final class TableJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.table/1";

  private final JsonOutput output;
  private final JsonGenerator json;

  private TableJson(JsonOutput output) {
    this.output = output;
    this.json = output.generator();
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(TableFacts facts, List<TableAdvice> advice, OutputStream stream)
      throws IOException {
    write(facts, advice, Optional.empty(), stream);
  }

  /**
   * The same.
   *
   * @param snapshot on which it rests, if it does on one
   */
  public static void write(
      TableFacts facts,
      List<TableAdvice> advice,
      Optional<SnapshotStamp> snapshot,
      OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream, snapshot)) {
      new TableJson(output).write(facts, advice);
    }
  }

  private void write(TableFacts facts, List<TableAdvice> advice) throws IOException {
    TableLoad load = facts.load();
    json.writeStartObject();
    output.format(FORMAT);
    output.text("table", load.name());
    json.writeArrayFieldStart("definitions");
    for (CatalogedTable table : facts.definitions()) {
      definition(table);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mayBeOn");
    for (CatalogGaps hiding : facts.hiding()) {
      json.writeStartObject();
      output.text("server", hiding.server());
      CatalogFields.gaps(output, hiding.gaps());
      json.writeEndObject();
    }
    json.writeEndArray();
    digests(load.digests());
    InferenceFields.ofTable(output, load.inferred(), load.events());
    json.writeArrayFieldStart("byService");
    for (DigestPart part : load.services()) {
      json.writeStartObject();
      output.text("name", part.key().known() ? Optional.of(part.key().name()) : Optional.empty());
      output.count("calls", part.figures().calls());
      output.ratio("share", part.share());
      output.seconds("queryTimeSeconds", part.figures().timeMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
    RankingFields.quality(output, load.quality());
    AdviceJson.ofTable(output, advice);
    json.writeEndObject();
  }

  private void definition(CatalogedTable table) throws IOException {
    json.writeStartObject();
    output.text("server", table.server());
    output.text("name", table.qualifiedName());
    output.instant("takenAt", Optional.of(table.takenAt()));
    json.writeNumberField("catalogGaps", table.gaps().size());
    CatalogFields.gaps(output, table.gaps());
    if (table.object() instanceof TableDefinition definition) {
      table(definition);
    } else if (table.object() instanceof ViewDefinition view) {
      output.text("kind", "view");
      output.texts("columns", view.columns());
      output.text("query", view.query());
      output.text("security", view.security().key());
    }
    statistics(table.statistics());
    json.writeArrayFieldStart("referencedBy");
    for (IncomingKey key : table.referencedBy()) {
      json.writeStartObject();
      output.text("table", key.table());
      foreignKey(key.key());
      json.writeEndObject();
    }
    json.writeEndArray();
    triggers(table.triggers());
    json.writeArrayFieldStart("inferredMentions");
    for (Mention mention : table.mentions()) {
      json.writeStartObject();
      output.text("kind", mention.kind());
      output.text("name", mention.name());
      json.writeBooleanField("writes", mention.writes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void table(TableDefinition table) throws IOException {
    output.text("kind", table.tableKind().key());
    output.text("engine", table.engine());
    output.text("rowFormat", table.rowFormat());
    output.text("collation", table.collation());
    output.text("partitionedBy", table.partitioning().map(Partitioning::method));
    json.writeNumberField(
        "partitions", table.partitioning().map(how -> how.partitions().size()).orElse(0));
    json.writeArrayFieldStart("columns");
    for (ColumnDefinition column : table.columns()) {
      json.writeStartObject();
      output.text("name", column.name());
      output.text("type", column.type());
      json.writeBooleanField("nullable", column.nullable());
      output.text("charset", column.charset());
      output.text("collation", column.collation());
      output.text("default", column.defaultValue());
      json.writeBooleanField("autoIncrement", column.autoIncrement());
      output.text("generatedAs", column.generated().map(GeneratedValue::expression));
      json.writeBooleanField("visible", column.visible());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("indexes");
    for (IndexDefinition index : table.indexes()) {
      index(index);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("foreignKeys");
    for (ForeignKey key : table.foreignKeys()) {
      json.writeStartObject();
      foreignKey(key);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void index(IndexDefinition index) throws IOException {
    json.writeStartObject();
    output.text("name", index.name());
    output.text("kind", index.kind().key());
    json.writeBooleanField("unique", index.unique());
    json.writeBooleanField("visible", index.visible());
    json.writeArrayFieldStart("parts");
    for (IndexPart part : index.parts()) {
      json.writeStartObject();
      output.text("column", part.column());
      output.text("expression", part.expression());
      output.count(
          "prefixLength",
          part.prefixLength().isPresent()
              ? OptionalLong.of(part.prefixLength().getAsInt())
              : OptionalLong.empty());
      json.writeBooleanField("descending", part.descending());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void foreignKey(ForeignKey key) throws IOException {
    output.text("name", key.name());
    output.texts("columns", key.columns());
    output.text("referencedSchema", key.referencedSchema());
    output.text("referencedTable", key.referencedTable());
    output.texts("referencedColumns", key.referencedColumns());
    output.text("onUpdate", key.onUpdate().key());
    output.text("onDelete", key.onDelete().key());
  }

  private void triggers(List<TriggerDefinition> triggers) throws IOException {
    json.writeArrayFieldStart("triggers");
    for (TriggerDefinition trigger : triggers) {
      json.writeStartObject();
      output.text("name", trigger.name());
      output.text("timing", trigger.before() ? "before" : "after");
      output.text("event", trigger.event().key());
      output.text("body", trigger.body());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void statistics(Optional<TableStatistics> statistics) throws IOException {
    json.writeFieldName("statistics");
    if (statistics.isEmpty()) {
      json.writeNull();
      return;
    }
    TableStatistics figures = statistics.get();
    json.writeStartObject();
    output.instant("takenAt", Optional.of(figures.takenAt()));
    output.count("rows", figures.rows());
    output.count("dataBytes", figures.dataBytes());
    output.count("indexBytes", figures.indexBytes());
    number("autoIncrement", figures.autoIncrement());
    number("autoIncrementLimit", figures.autoIncrementLimit());
    json.writeEndObject();
  }

  private void number(String name, Optional<BigInteger> value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(value.get());
    } else {
      json.writeNull();
    }
  }

  private void digests(List<TableDigest> digests) throws IOException {
    json.writeArrayFieldStart("digests");
    for (TableDigest digest : digests) {
      json.writeStartObject();
      DigestFields.identity(output, digest.digest());
      json.writeBooleanField("written", digest.written());
      output.count("calls", digest.figures().calls());
      output.ratio("share", digest.share());
      output.seconds("queryTimeSeconds", digest.figures().timeMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
