package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.sql.ServerSchemas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which schemas sets of data have, and where names meet. */
final class SchemaPlaces {

  private final ProposalInput given;
  private final Map<String, Set<String>> setsOfSchema = new TreeMap<>();

  SchemaPlaces(ProposalInput given) {
    this.given = given;
    for (CoupledTable table : tables().all()) {
      if (table.kind() != CoupledTable.Kind.MISSING && !ServerSchemas.has(table.schema())) {
        setsOfSchema.computeIfAbsent(table.schema(), any -> new TreeSet<>()).add(table.dataSet());
      }
    }
  }

  private CoupledTables tables() {
    return given.facts().input().tables();
  }

  /** The schemas of a set of data, but the server's own. */
  List<String> of(String dataSet) {
    return setsOfSchema.entrySet().stream()
        .filter(each -> each.getValue().contains(dataSet))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Schemas of these sets that other ones than those have too: a move by name takes them along. */
  List<String> elsewhere(List<String> moves, String stays) {
    return moves.stream()
        .flatMap(set -> of(set).stream())
        .distinct()
        .filter(
            schema ->
                setsOfSchema.get(schema).stream()
                    .anyMatch(set -> !moves.contains(set) && !set.equals(stays)))
        .toList();
  }

  /** Tables of one name that several of these sets have. */
  List<String> collisions(List<String> dataSets) {
    return tables().namesOfSeveral().entrySet().stream()
        .filter(each -> each.getValue().stream().filter(dataSets::contains).count() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What tells a schema of a set of data apart in what a proposal touches. */
  static String touched(String dataSet, String schema) {
    return "schema " + schema + "@" + dataSet;
  }

  /** What tells a set of data apart in what a proposal touches. */
  static String touched(String dataSet) {
    return "server " + dataSet;
  }
}
