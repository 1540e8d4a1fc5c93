package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The moves that lead from a placement to a target: one for each owner and place that tables lack.
 * Tables whose place is taken get their owner alone.
 */
public final class TargetMoves {

  /** What tables of one move have in common; empty texts stay as they are. */
  private record Change(String owner, String schema, String dataSet) implements Comparable<Change> {

    private static final Comparator<Change> ORDER =
        Comparator.comparing(Change::owner)
            .thenComparing(Change::schema)
            .thenComparing(Change::dataSet);

    @Override
    public int compareTo(Change other) {
      return ORDER.compare(this, other);
    }
  }

  private TargetMoves() {}

  /** Those, by owner, schema and server. */
  public static List<Move> of(CouplingInput input, TargetPlacement placement) {
    Map<Change, List<TablePattern>> tables = new TreeMap<>();
    for (TableGap gap : placement.gaps()) {
      boolean owner = gap.ownerToday().isEmpty() || gap.ownedOtherwise();
      boolean moves = !gap.occupied();
      Change change =
          new Change(
              owner ? input.parties().name(gap.owner()) : "",
              gap.schema() && moves ? placement.target().schema(gap.table()) : "",
              gap.dataSet() && moves ? placement.target().dataSet(gap.table()) : "");
      if (!change.equals(new Change("", "", ""))) {
        CoupledTable table = input.tables().get(gap.table());
        tables
            .computeIfAbsent(change, any -> new ArrayList<>())
            .add(TablePattern.naming(table.schema(), table.name()));
      }
    }
    List<Move> moves = new ArrayList<>();
    tables.forEach(
        (change, own) ->
            moves.add(
                new Move.MoveTables(
                    own,
                    Optional.of(change.owner()).filter(name -> !name.isEmpty()),
                    Optional.of(change.schema()).filter(name -> !name.isEmpty()),
                    Optional.of(change.dataSet()).filter(name -> !name.isEmpty()))));
    return moves;
  }
}
