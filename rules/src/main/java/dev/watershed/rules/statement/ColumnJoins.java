package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The joins of a block by equal columns, of tables that a catalog has. */
final class ColumnJoins {

  /** What a block reads rows of. */
  private record Source(int block, int number) {

    static Source of(ColumnRef column) {
      return new Source(column.block(), column.source());
    }
  }

  /**
   * A column of a table that is joined.
   *
   * @param equal the columns of the table that the block compares for equality, in small letters
   */
  record Side(StatisticTable table, String column, Set<String> equal) {

    /** Whether an index helps: as far as its columns are compared for equality without a gap. */
    boolean indexed() {
      return table.definition().indexes().stream().anyMatch(this::serves);
    }

    private boolean serves(IndexDefinition index) {
      for (IndexPart part : index.parts()) {
        if (part.subject().equalsIgnoreCase(column)) {
          return true;
        }
        if (!equal.contains(part.subject().toLowerCase(Locale.ROOT))) {
          return false;
        }
      }
      return false;
    }

    String name() {
      return table.qualifiedName() + "." + column;
    }

    /** 0 where nobody counted. */
    long rows() {
      return FleetTables.rows(table).orElse(0);
    }
  }

  /** Two columns that are equal. */
  record Join(Side one, Side other) {

    boolean indexed() {
      return one.indexed() || other.indexed();
    }

    long fewestRows() {
      return Math.min(one.rows(), other.rows());
    }
  }

  private final FleetStatement statement;
  private final FleetTables tables;
  private final List<Predicate> predicates;
  private final Map<Source, Set<String>> equal = new HashMap<>();

  private ColumnJoins(FleetStatement statement, QueryBlock block, FleetTables tables) {
    this.statement = statement;
    this.tables = tables;
    predicates = block.conditions().flatMap(condition -> condition.predicates()).toList();
    for (Predicate predicate : predicates) {
      if (predicate.comparison().access() == Comparison.Access.POINT) {
        compared(predicate.side().column());
        if (predicate.operand() instanceof Operand.Column operand) {
          compared(operand.side().column());
        }
      }
    }
  }

  private void compared(ColumnRef column) {
    equal
        .computeIfAbsent(Source.of(column), source -> new HashSet<>())
        .add(column.column().toLowerCase(Locale.ROOT));
  }

  /** The joins, those of the same two tables together, in the order of the text. */
  static Collection<List<Join>> of(FleetStatement statement, QueryBlock block, FleetTables tables) {
    return new ColumnJoins(statement, block, tables).joins();
  }

  private Collection<List<Join>> joins() {
    Map<Set<Source>, List<Join>> joins = new LinkedHashMap<>();
    for (Predicate predicate : predicates) {
      if (predicate.comparison() == Comparison.EQUAL
          && predicate.operand() instanceof Operand.Column operand) {
        ColumnRef one = predicate.side().column();
        ColumnRef other = operand.side().column();
        Set<Source> joined = new HashSet<>(List.of(Source.of(one), Source.of(other)));
        side(one)
            .flatMap(found -> side(other).map(second -> new Join(found, second)))
            .ifPresent(join -> joins.computeIfAbsent(joined, both -> new ArrayList<>()).add(join));
      }
    }
    return joins.values();
  }

  private Optional<Side> side(ColumnRef column) {
    return statement.facts().source(column) instanceof RowSource.Table table
        ? tables
            .find(statement.dataSet(), table.table())
            .map(
                found ->
                    new Side(
                        found, column.column(), equal.getOrDefault(Source.of(column), Set.of())))
        : Optional.empty();
  }
}
