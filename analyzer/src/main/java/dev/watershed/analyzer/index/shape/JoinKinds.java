package dev.watershed.analyzer.index.shape;

import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.RowSource.JoinKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Which conditions hold for all rows of a block, which only say what is joined to an optional
 * source, and which source has to be read before which. LEFT JOIN is INNER JOIN if WHERE rejects
 * the rows without a partner, as the server has it (MySQL 9.7 Reference Manual, "Outer Join
 * Simplification").
 */
final class JoinKinds {

  private final QueryBlock block;
  private final List<Condition> global = new ArrayList<>();
  private final List<List<Condition>> local = new ArrayList<>();
  private final boolean[] optional;
  private final long[] dependsOn;

  JoinKinds(QueryBlock block, boolean inOrderOfText) {
    this.block = block;
    int count = block.sources().size();
    optional = new boolean[count];
    dependsOn = new long[count];
    global.addAll(block.where().conjuncts());
    for (int source = 0; source < count; source++) {
      local.add(new ArrayList<>());
    }
    for (int source = 0; source < count; source++) {
      add(source);
      if (inOrderOfText) {
        dependsOn[source] |= before(source);
      }
    }
  }

  private void add(int source) {
    RowSource.Join join = block.sources().get(source).join();
    List<Condition> on = join.on().conjuncts();
    if (join.kind() == JoinKind.LEFT && !rejectsAbsence(source)) {
      optional[source] = true;
      local.get(source).addAll(on);
      long others = sources(on) & ~(1L << source);
      dependsOn[source] |= others == 0 ? before(source) : others;
    } else if (join.kind() == JoinKind.RIGHT) {
      for (int earlier = 0; earlier < source; earlier++) {
        optional[earlier] = true;
        dependsOn[earlier] |= 1L << source;
        if ((sources(on) & (1L << earlier)) != 0) {
          local.get(earlier).addAll(on);
        }
      }
    } else {
      global.addAll(on);
      if (join.kind() == JoinKind.STRAIGHT) {
        dependsOn[source] |= before(source);
      }
    }
  }

  private static long before(int source) {
    return (1L << source) - 1;
  }

  long sources(List<Condition> conditions) {
    long bits = 0;
    for (Condition condition : conditions) {
      bits |= sources(condition);
    }
    return bits;
  }

  /** The sources of this block to which a condition refers, as bits. */
  long sources(Condition condition) {
    return condition
        .references()
        .filter(column -> column.block() == block.number())
        .mapToLong(column -> 1L << column.source())
        .reduce(0, (one, other) -> one | other);
  }

  private boolean rejectsAbsence(int source) {
    return block.where().conjuncts().stream()
        .filter(Predicate.class::isInstance)
        .map(Predicate.class::cast)
        .filter(
            predicate ->
                predicate.comparison() != Comparison.IS_NULL
                    && predicate.comparison() != Comparison.NULL_SAFE_EQUAL)
        .anyMatch(
            predicate ->
                predicate.side().wrapping().isEmpty()
                    && predicate.side().column().block() == block.number()
                    && predicate.side().column().source() == source);
  }

  /** What holds for all rows. */
  List<Condition> global() {
    return global;
  }

  /** What only says which rows are joined to an optional source. */
  List<Condition> local(int source) {
    return local.get(source);
  }

  boolean optional(int source) {
    return optional[source];
  }

  long dependsOn(int source) {
    return dependsOn[source] & ~(1L << source);
  }
}
