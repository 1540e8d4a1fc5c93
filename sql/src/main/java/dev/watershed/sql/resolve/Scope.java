package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sources of a block, and those of the blocks around it, in which columns are looked up (MySQL
 * 9.7 Reference Manual, "Identifier Qualifiers" and "Correlated Subqueries").
 */
final class Scope {

  private final int block;
  private final Optional<Scope> outer;
  private final Consumer<FactIssue> issues;
  private final List<Source> sources = new ArrayList<>();
  private final List<Integer> withoutColumns = new ArrayList<>();
  private final Map<String, Integer> byAlias = new HashMap<>();
  private final Map<String, Integer> byAliasKey = new HashMap<>();
  private final Map<String, List<Integer>> byColumn = new HashMap<>();
  private final Map<String, Integer> merged = new HashMap<>();

  Scope(int block, Optional<Scope> outer, Consumer<FactIssue> issues) {
    this.block = block;
    this.outer = outer;
    this.issues = issues;
  }

  int block() {
    return block;
  }

  List<Source> sources() {
    return sources;
  }

  /** Adds a source behind the others; its index. */
  int add(Source source) {
    int index = sources.size();
    sources.add(source);
    byAlias.putIfAbsent(source.alias(), index);
    byAliasKey.putIfAbsent(Names.key(source.alias()), index);
    if (source.columns().isEmpty()) {
      withoutColumns.add(index);
    }
    source
        .columns()
        .ifPresent(
            columns ->
                columns.forEach(
                    column ->
                        byColumn
                            .computeIfAbsent(Names.key(column.name()), key -> new ArrayList<>(1))
                            .add(index)));
    return index;
  }

  /** A column of USING: its name alone means that of this source. */
  void merge(String column, int source) {
    merged.putIfAbsent(Names.key(column), source);
  }

  /** The index of the source of this alias or table name. */
  Optional<Integer> source(Optional<String> schema, String alias) {
    Integer exact = byAlias.get(alias);
    Integer index = exact == null ? byAliasKey.get(Names.key(alias)) : exact;
    if (schema.isEmpty() || index != null && isOf(sources.get(index), schema.get())) {
      return Optional.ofNullable(index);
    }
    for (int i = 0; i < sources.size(); i++) {
      boolean named = sources.get(i).alias().equalsIgnoreCase(alias);
      if (named && isOf(sources.get(i), schema.get())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Source source, String schema) {
    return source
        .mention()
        .flatMap(mention -> mention.table().schema())
        .map(known -> known.equalsIgnoreCase(schema))
        .orElse(true);
  }

  /** Whether a source is known to have such a column. */
  boolean has(String column) {
    return byColumn.containsKey(Names.key(column));
  }

  /** The column that a qualified name means. */
  Optional<ResolvedColumn> qualified(Optional<String> schema, String alias, String column) {
    Optional<Integer> index = source(schema, alias);
    if (index.isPresent()) {
      return of(index.get(), column);
    }
    if (outer.isPresent()) {
      return outer.get().qualified(schema, alias, column);
    }
    issues.accept(new FactIssue(Reason.MISSING_COLUMN, alias + "." + column));
    return Optional.empty();
  }

  /** The column of a source; empty, with an issue, if it does not have it. */
  Optional<ResolvedColumn> of(int index, String column) {
    Source source = sources.get(index);
    Optional<OutputColumn> known = source.column(column);
    if (known.isEmpty() && source.columns().isPresent()) {
      issues.accept(new FactIssue(Reason.MISSING_COLUMN, source.alias() + "." + column));
      return Optional.empty();
    }
    String name = known.map(OutputColumn::name).orElse(column);
    return Optional.of(
        new ResolvedColumn(new ColumnRef(block, index, name), known.flatMap(OutputColumn::known)));
  }

  /** The column that a name without a qualifier means. */
  Optional<ResolvedColumn> unqualified(String column) {
    Integer common = merged.get(Names.key(column));
    List<Integer> having = byColumn.getOrDefault(Names.key(column), List.of());
    if (common != null) {
      return of(common, column);
    }
    if (having.size() == 1) {
      return of(having.get(0), column);
    }
    boolean ambiguous = having.size() > 1 || withoutColumns.size() > 1;
    if (ambiguous) {
      issues.accept(new FactIssue(Reason.AMBIGUOUS_COLUMN, column));
      return Optional.empty();
    }
    if (withoutColumns.size() == 1) {
      return of(withoutColumns.get(0), column);
    }
    if (outer.isPresent()) {
      return outer.get().unqualified(column);
    }
    issues.accept(new FactIssue(Reason.MISSING_COLUMN, column));
    return Optional.empty();
  }
}
