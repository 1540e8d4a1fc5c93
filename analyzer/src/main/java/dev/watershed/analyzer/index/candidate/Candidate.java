package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Objects;

/**
 * An index that might be.
 *
 * @param asked whether conditions and the order of one statement ask for every part of it;
 *     otherwise it holds some only to spare the rows
 * @param endingSeconds the time of statements with a LIMIT whose order it gives: they read few rows
 *     by it however many have the values that are asked for
 */
public record Candidate(
    TableFigures table, IndexFigures index, boolean asked, double endingSeconds) {

  public Candidate {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(index, "index");
  }

  /** Its parts. */
  public List<IndexPart> parts() {
    return index.definition().parts();
  }

  /**
   * Whether it is known how few rows a value of the first column has, other than by assumption: it
   * names rows of another table, or its values were counted.
   */
  public boolean known() {
    return PartLists.known(parts(), table);
  }

  /** Whether another one of the table begins with it and has more. */
  public boolean beginningOf(Candidate other) {
    return other.table == table
        && other.parts().size() > parts().size()
        && other.index.keys().get(0).equals(index.keys().get(0))
        && PartLists.begins(other.parts(), parts());
  }
}
