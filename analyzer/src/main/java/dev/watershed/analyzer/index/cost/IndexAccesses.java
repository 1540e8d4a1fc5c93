package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.OrderKey;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All ways to read the rows of a source by one index, each reckoned once. */
final class IndexAccesses {

  /** What the server adds to a scan before it compares it with a range ({@code opt_range}). */
  static final double SCAN_HANDICAP = 2.1;

  private final SourceShape source;
  private final TableFigures table;
  private final IndexFigures index;
  private final CostModel model;
  private final TableReads reads;
  private final IndexMatch match;
  private final boolean covering;
  private final int constantParts;
  private final Access[] lookups;
  private final Optional<Access> semiJoin;
  private final Optional<Access> range;
  private final boolean ordered;

  /**
   * Of a source that is a table.
   *
   * @param order that the block asks of this source; empty if it asks for none
   * @param subqueryRows how many values the subquery of a term brings
   */
  IndexAccesses(
      SourceShape source,
      IndexFigures index,
      List<OrderKey> order,
      CostModel model,
      ToDoubleFunction<Term> subqueryRows) {
    this.source = source;
    this.table = source.table().orElseThrow();
    this.index = index;
    this.model = model;
    reads = new TableReads(table, model);
    match = new IndexMatch(table, index);
    covering = match.covers(source);
    constantParts = match.points(source.terms(), 0);
    lookups = new Access[index.searched().size() + 1];
    semiJoin = semiJoin(subqueryRows);
    Optional<IndexMatch.Range> searched = match.range(source.terms());
    range = searched.isPresent() ? Optional.of(range(searched.get())) : Optional.empty();
    ordered = !order.isEmpty() && match.ordered(order, fixed());
  }

  IndexFigures index() {
    return index;
  }

  /**
   * Adds those that are possible once some sources are read.
   *
   * @param read their bits
   */
  void after(long read, List<Access> found) {
    int parts = match.points(source.terms(), read);
    if (parts > 0) {
      found.add(lookup(parts));
    }
    if (semiJoin.isPresent()) {
      found.add(semiJoin.get());
    }
    if (range.isPresent()) {
      found.add(range.get());
    }
    if (!index.clustered() && covering) {
      found.add(scan());
    }
  }

  private Access lookup(int parts) {
    if (lookups[parts] == null) {
      lookups[parts] = reckonedLookup(parts);
    }
    return lookups[parts];
  }

  private Access reckonedLookup(int parts) {
    boolean joined = constantParts < parts;
    boolean one = match.identifies(parts);
    double rows = one ? 1 : match.rows(parts);
    Access.Kind kind = one ? joined ? Access.Kind.EQ_REF : Access.Kind.CONST : Access.Kind.REF;
    double pages = read(rows, 1);
    double bounded = covering || index.clustered() ? pages : reads.boundedLookups(index, rows);
    return new Access(
        kind,
        List.of(index),
        Math.min(parts, index.keys().size()),
        rows,
        bounded + model.rows(rows),
        pages + model.rows(rows),
        covering,
        joined);
  }

  private double read(double rows, double ranges) {
    if (index.clustered()) {
      return reads.clustered(rows, ranges);
    }
    return covering ? reads.entries(index, rows) : reads.lookups(index, rows);
  }

  /** A lookup for each value of IN (SELECT …): the server turns it into a join. */
  private Optional<Access> semiJoin(ToDoubleFunction<Term> subqueryRows) {
    for (Term term : source.terms()) {
      boolean values = term.subquery().isPresent() && term.constant();
      if (values && index.keys().get(0).equals(term.key())) {
        return Optional.of(semiJoin(Math.max(1, subqueryRows.applyAsDouble(term))));
      }
    }
    return Optional.empty();
  }

  private Access semiJoin(double points) {
    double each = match.identifies(1) ? 1 : match.rows(1);
    double rows = Math.min(table.rows(), points * each);
    double cost = points * read(each, 1) + model.rows(points * each);
    Access.Kind kind = match.identifies(1) ? Access.Kind.EQ_REF : Access.Kind.REF;
    return new Access(kind, List.of(index), 1, rows, cost, cost, covering, true);
  }

  private Access range(IndexMatch.Range found) {
    double rows = Math.max(1, table.rows() * found.share());
    double lookedUp =
        index.clustered() || covering
            ? read(rows, found.ranges())
            : reads.lookups(index, rows + found.ranges());
    double work = lookedUp + model.rows(rows);
    return new Access(
        Access.Kind.RANGE,
        List.of(index),
        Math.min(found.parts(), index.keys().size()),
        rows,
        Math.max(0, work - SCAN_HANDICAP),
        work,
        covering,
        false);
  }

  /** All entries of the index, in their order. */
  Access scan() {
    double pages =
        index.clustered()
            ? reads.scanPages()
            : covering ? reads.entries(index, table.rows()) : reads.lookups(index, table.rows());
    double cost = pages + model.rows(table.rows());
    return new Access(
        Access.Kind.INDEX, List.of(index), 0, table.rows(), cost, cost, covering, false);
  }

  /** Whether its entries come in the order that the block asks for. */
  boolean ordered() {
    return ordered;
  }

  private Set<String> fixed() {
    Set<String> fixed = new HashSet<>();
    for (Term term : source.terms()) {
      if (term.constantPoint()) {
        fixed.add(term.key());
      }
    }
    return fixed;
  }
}
