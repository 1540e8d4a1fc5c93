package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.coupling.input.ResolvedStatement.Setting;
import dev.watershed.analyzer.coupling.input.ResolvedStatement.Use;
import dev.watershed.analyzer.inference.Inference;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.inference.TouchInference;
import dev.watershed.analyzer.understanding.AskedStatement;
import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.sql.ServerSchemas;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.facts.TableWrite.WriteKind;
import dev.watershed.sql.lexical.LexicalActions;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.workload.catalog.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of the statements of one set of data: those that they name, and those inferred. */
final class StatementResolution {

  private final CoupledData data;
  private final SchemaView schemas;
  private final Optional<TouchInference> inference;
  private final Map<String, CoupledTable> byName = new HashMap<>();

  /** A statement as it was read, before what follows from it is inferred. */
  private record Read(AskedStatement asked, StatementFacts facts, LexicalActions actions) {}

  private StatementResolution(CoupledData data, List<CoupledTable> catalogTables) {
    this.data = data;
    this.schemas = data.catalog().<SchemaView>map(CatalogSchemaView::new).orElse(SchemaView.NONE);
    this.inference = data.catalog().map(TouchInference::new);
    catalogTables.forEach(table -> byName.put(table.qualifiedName(), table));
  }

  /**
   * The tables of some statements, read on all processors; what follows from them one by one.
   *
   * @param catalogTables those of {@link #tables}
   */
  static List<ResolvedStatement> of(
      CoupledData data, List<CoupledTable> catalogTables, Collection<AskedStatement> asked) {
    StatementResolution resolution = new StatementResolution(data, catalogTables);
    List<Read> read = asked.parallelStream().map(resolution::read).toList();
    return read.stream().map(resolution::resolve).toList();
  }

  /** The tables and views of a catalog. */
  static List<CoupledTable> tables(CoupledData data) {
    List<CoupledTable> tables = new ArrayList<>();
    for (var schema : data.catalog().map(Catalog::schemas).orElse(List.of())) {
      if (!ServerSchemas.has(schema.name())) {
        schema
            .tables()
            .forEach(
                table ->
                    tables.add(of(data, schema.name(), table.name(), CoupledTable.Kind.TABLE)));
        schema
            .views()
            .forEach(
                view -> tables.add(of(data, schema.name(), view.name(), CoupledTable.Kind.VIEW)));
      }
    }
    return tables;
  }

  private static CoupledTable of(
      CoupledData data, String schema, String name, CoupledTable.Kind kind) {
    return new CoupledTable(data.name(), schema, name, kind);
  }

  private Read read(AskedStatement asked) {
    return new Read(
        asked,
        data.reader().read(asked, schemas),
        LexicalPass.actions(asked.fingerprint(), asked.truncated()));
  }

  private ResolvedStatement resolve(Read read) {
    AskedStatement asked = read.asked();
    StatementKind kind = read.facts().kind();
    List<Use> uses = new ArrayList<>();
    List<Setting> settings = new ArrayList<>();
    boolean unknownSchema = false;
    boolean missing = false;
    Inference inferred = Inference.NONE;
    if (usesRows(kind)) {
      for (NamedTable named : read.facts().tables()) {
        unknownSchema |= named.table().schema().isEmpty();
        missing |= named.table().presence() == TableRef.Presence.MISSING;
        named(named).ifPresent(uses::add);
      }
      read.facts().writes().forEach(write -> setting(write).ifPresent(settings::add));
      inferred =
          inference
              .map(known -> known.ofStatement(read.actions(), asked.schema()))
              .orElse(Inference.NONE);
      inferred.touches().forEach(touch -> inferred(touch).ifPresent(uses::add));
    }
    return new ResolvedStatement(
        new CoupledStatement(
            data.name(),
            asked.digest(),
            asked.schema(),
            asked.fingerprint(),
            kind,
            read.facts().parsed()),
        uses,
        settings,
        asked.truncated()
            || read.facts().issues().stream()
                .anyMatch(issue -> issue.reason() == FactIssue.Reason.TRUNCATED),
        unknownSchema,
        missing,
        inferred.unknown());
  }

  /** What only a view names comes with its chain from the inference. */
  private Optional<Use> named(NamedTable named) {
    Optional<String> schema = named.table().schema().filter(known -> !ServerSchemas.has(known));
    if (named.throughView() || schema.isEmpty()) {
      return Optional.empty();
    }
    int how = named.use() == TableUse.WRITE ? TableUses.WRITE : TableUses.READ;
    return Optional.of(
        new Use(table(schema.get(), named.table().table(), named.table()), how, Optional.empty()));
  }

  /** What a write sets in rows that are there. */
  private Optional<Setting> setting(TableWrite write) {
    boolean changes = write.kind() == WriteKind.UPDATE || write.kind() == WriteKind.UPSERT;
    TableRef ref = write.table();
    return ref.schema()
        .filter(schema -> changes && !ServerSchemas.has(schema) && !write.columns().isEmpty())
        .map(schema -> new Setting(table(schema, ref.table(), ref), write.columns()));
  }

  private CoupledTable table(String schema, String name, TableRef ref) {
    CoupledTable known = byName.get(schema + "." + name);
    if (known != null) {
      return known;
    }
    boolean missing = ref.presence() == TableRef.Presence.MISSING;
    return of(
        data, schema, name, missing ? CoupledTable.Kind.MISSING : CoupledTable.Kind.UNCHECKED);
  }

  private Optional<Use> inferred(InferredTouch touch) {
    int written =
        switch (touch.chain().get(0).kind()) {
          case PROCEDURE, FUNCTION, VIEW -> TableUses.INFERRED_WRITE | TableUses.CALLED;
          case TRIGGER, CASCADE, EVENT -> TableUses.INFERRED_WRITE;
        };
    int how = touch.written() ? written : TableUses.INFERRED_READ;
    return Optional.ofNullable(byName.get(touch.table()))
        .map(table -> new Use(table, how, Optional.of(touch.chainSaid())));
  }

  /** Statements about definitions, privileges and the server itself do nothing to rows. */
  static boolean usesRows(StatementKind kind) {
    return switch (kind) {
      case SELECT, INSERT, REPLACE, UPDATE, DELETE, LOAD, CALL, DO, HANDLER, SET, TRUNCATE -> true;
      default -> false;
    };
  }
}
