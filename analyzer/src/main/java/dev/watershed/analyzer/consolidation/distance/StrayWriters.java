package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds who writes what the target gives to another. What triggers and cascades write is no choice
 * of the sender. What is of a service and of none of its modules strays from none of these.
 */
final class StrayWriters {

  private StrayWriters() {}

  /** The most writes first, then by table and writer. */
  static List<StrayWriter> of(CouplingFacts facts, List<TableGap> gaps) {
    CouplingInput input = facts.input();
    UseMatrix matrix = facts.matrix();
    List<StrayWriter> writers = new ArrayList<>();
    for (TableGap gap : gaps) {
      double seconds = input.secondsOf(input.tables().get(gap.table()).dataSet());
      for (int cell = matrix.start(gap.table()); cell < matrix.end(gap.table()); cell++) {
        int party = matrix.party(cell);
        boolean named = matrix.writes(cell) > 0;
        double writes = named ? matrix.writes(cell) : matrix.calledWrites(cell);
        if (writes > 0 && input.parties().foreign(party, gap.owner())) {
          writers.add(
              new StrayWriter(
                  input.tables().label(gap.table()),
                  input.parties().name(gap.owner()),
                  input.parties().name(party),
                  input.parties().isService(party),
                  writes / seconds,
                  !named));
        }
      }
    }
    writers.sort(
        Comparator.comparingDouble(StrayWriter::writesPerSecond)
            .reversed()
            .thenComparing(StrayWriter::table)
            .thenComparing(StrayWriter::writer));
    return writers;
  }
}
