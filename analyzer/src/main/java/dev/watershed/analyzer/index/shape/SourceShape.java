package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a block asks of one source.
 *
 * @param number of the source in its block
 * @param table empty if it is none of the server
 * @param block the block whose rows it has, if it is derived
 * @param terms that must hold all
 * @param branches of each OR over this source alone: in each branch what must hold all
 * @param filter the share of its rows that all conditions let through which need no other source
 * @param needed keys of the columns that the block uses
 * @param whole whether it uses every column
 * @param dependsOn sources that have to be read before, as bits
 * @param optional whether its rows may be absent
 */
public record SourceShape(
    int number,
    String alias,
    Optional<TableFigures> table,
    OptionalInt block,
    List<Term> terms,
    List<List<List<Term>>> branches,
    double filter,
    Set<String> needed,
    boolean whole,
    long dependsOn,
    boolean optional) {

  public SourceShape {
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(block, "block");
    terms = List.copyOf(terms);
    branches = List.copyOf(branches);
    needed = Set.copyOf(needed);
  }

  /** Its bit. */
  public long bit() {
    return 1L << number;
  }
}
