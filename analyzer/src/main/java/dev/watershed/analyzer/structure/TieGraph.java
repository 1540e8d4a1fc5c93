package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * All that ties tables: their use together, the services that use them, foreign keys, and the
 * beginnings of their names. Vertices are tables by their indexes, then parties by theirs, then
 * name stems: a stem with many tables costs as many edges, not their square.
 */
final class TieGraph {

  private final CouplingInput input;
  private final BitSet clustered;
  private final StructureMethod method;

  /**
   * @param clustered the tables to tie: those in use and not set apart
   */
  TieGraph(CouplingInput input, BitSet clustered, StructureMethod method) {
    this.input = input;
    this.clustered = clustered;
    this.method = method;
  }

  /**
   * The graph.
   *
   * @param together the tables' use together
   * @param matrix who uses which table; empty if services do not count
   */
  WeightedGraph of(
      WeightedGraph together, Optional<UseMatrix> matrix, Map<String, Catalog> catalogs) {
    TreeMap<String, List<Integer>> stems = method.names() > 0 ? stems() : new TreeMap<>();
    int first = input.tables().size() + input.parties().size();
    WeightedGraph.Builder graph = new WeightedGraph.Builder(first + stems.size());
    WeightedGraph keyed = withForeignKeys(together, catalogs);
    graph.add(method.overlap() ? Overlap.of(keyed) : keyed, 1);
    matrix.ifPresent(known -> services(graph, known));
    int stem = first;
    for (List<Integer> tables : stems.values()) {
      for (int table : tables) {
        graph.add(table, stem, method.names() * telling(tables.size()));
      }
      stem++;
    }
    return graph.build();
  }

  private WeightedGraph withForeignKeys(WeightedGraph together, Map<String, Catalog> catalogs) {
    WeightedGraph.Builder keyed = new WeightedGraph.Builder(together.vertices()).add(together, 1);
    catalogs.forEach(
        (dataSet, catalog) -> {
          for (SchemaDefinition schema : catalog.schemas()) {
            for (TableDefinition table : schema.tables()) {
              for (ForeignKey key : table.foreignKeys()) {
                OptionalInt child = clustered(dataSet, schema.name(), table.name());
                OptionalInt parent =
                    clustered(
                        dataSet,
                        key.referencedSchema().orElse(schema.name()),
                        key.referencedTable());
                if (child.isPresent() && parent.isPresent()) {
                  keyed.add(child.getAsInt(), parent.getAsInt(), method.foreignKeys());
                }
              }
            }
          }
        });
    return keyed.build();
  }

  private OptionalInt clustered(String dataSet, String schema, String name) {
    OptionalInt table = input.tables().find(dataSet, schema, name);
    return table.isPresent() && clustered.get(table.getAsInt()) ? table : OptionalInt.empty();
  }

  /** A table's weight is shared by its services as the logarithms of their calls are. */
  private void services(WeightedGraph.Builder graph, UseMatrix matrix) {
    int[] tablesOf = new int[input.parties().size()];
    clustered.stream()
        .forEach(
            table -> {
              for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
                tablesOf[matrix.party(cell)]++;
              }
            });
    clustered.stream()
        .forEach(
            table -> {
              double sum = 0;
              for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
                sum += calls(matrix, cell);
              }
              for (int cell = matrix.start(table); cell < matrix.end(table) && sum > 0; cell++) {
                int party = matrix.party(cell);
                graph.add(
                    table,
                    input.tables().size() + party,
                    method.services() * calls(matrix, cell) / sum * telling(tablesOf[party]));
              }
            });
  }

  private double calls(UseMatrix matrix, int cell) {
    return input.parties().isService(matrix.party(cell))
        ? StrictMath.log1p(matrix.reads(cell) + matrix.writes(cell))
        : 0;
  }

  /** Of those that several tables share, by set of data. */
  private TreeMap<String, List<Integer>> stems() {
    TreeMap<String, List<Integer>> stems = new TreeMap<>();
    clustered.stream()
        .forEach(
            table -> {
              CoupledTable named = input.tables().get(table);
              for (String stem : TableStems.of(named)) {
                stems
                    .computeIfAbsent(named.dataSet() + '\0' + stem, key -> new ArrayList<>())
                    .add(table);
              }
            });
    stems.values().removeIf(tables -> tables.size() < 2);
    return stems;
  }

  /** What belongs to all tables says nothing: ln(all / its own) / ln(all), from 0 to 1. */
  private double telling(int tables) {
    int all = clustered.cardinality();
    return all < 2 || tables == 0 ? 0 : StrictMath.log((double) all / tables) / StrictMath.log(all);
  }
}
