package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** All ways to read the rows of one table of a block. */
final class SourceAccesses {

  /** What the server adds to a scan before it compares it with a range ({@code opt_range}). */
  private static final double SCAN_HANDICAP = 2.1;

  private final SourceShape source;
  private final TableFigures table;
  private final List<IndexFigures> indexes;
  private final CostModel model;
  private final TableReads reads;
  private final ToDoubleFunction<Term> subqueryRows;

  /**
   * Of a source that is a table.
   *
   * @param subqueryRows how many values the subquery of a term brings
   */
  SourceAccesses(
      SourceShape source,
      List<IndexFigures> indexes,
      CostModel model,
      ToDoubleFunction<Term> subqueryRows) {
    this.source = source;
    this.table = source.table().orElseThrow();
    this.indexes = indexes;
    this.model = model;
    this.reads = new TableReads(table, model);
    this.subqueryRows = subqueryRows;
  }

  /**
   * Those that are possible once some sources are read.
   *
   * @param read their bits
   */
  List<Access> after(long read) {
    List<Access> found = new ArrayList<>();
    double scan = reads.scan();
    found.add(new Access(Access.Kind.ALL, List.of(), 0, table.rows(), scan, scan, false, false));
    for (IndexFigures index : indexes) {
      IndexMatch match = new IndexMatch(table, index);
      lookup(index, match, read).ifPresent(found::add);
      semiJoin(index, match).ifPresent(found::add);
      match.range(source.terms()).ifPresent(range -> found.add(range(index, match, range)));
      if (!index.clustered() && match.covers(source)) {
        found.add(indexScan(index, match));
      }
    }
    source.branches().forEach(branches -> union(branches).ifPresent(found::add));
    return found;
  }

  private Optional<Access> lookup(IndexFigures index, IndexMatch match, long read) {
    int parts = match.points(source.terms(), term -> term.point() && term.needs().metBy(read));
    if (parts == 0) {
      return Optional.empty();
    }
    boolean joined = match.points(source.terms(), Term::constantPoint) < parts;
    boolean one = match.identifies(parts);
    double rows = one ? 1 : match.rows(parts);
    boolean covering = match.covers(source);
    Access.Kind kind = one ? joined ? Access.Kind.EQ_REF : Access.Kind.CONST : Access.Kind.REF;
    double pages = read(index, rows, 1, covering);
    double bounded = covering || index.clustered() ? pages : reads.boundedLookups(index, rows);
    return Optional.of(
        new Access(
            kind,
            List.of(index),
            Math.min(parts, index.keys().size()),
            rows,
            bounded + model.rows(rows),
            pages + model.rows(rows),
            covering,
            joined));
  }

  private double read(IndexFigures index, double rows, double ranges, boolean covering) {
    if (index.clustered()) {
      return reads.clustered(rows, ranges);
    }
    return covering ? reads.entries(index, rows) : reads.lookups(index, rows);
  }

  /** A lookup for each value of IN (SELECT …): the server turns it into a join. */
  private Optional<Access> semiJoin(IndexFigures index, IndexMatch match) {
    Optional<Term> values =
        source.terms().stream()
            .filter(term -> term.subquery().isPresent() && term.constant())
            .filter(term -> index.keys().get(0).equals(term.key()))
            .findFirst();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double points = Math.max(1, subqueryRows.applyAsDouble(values.get()));
    double each = match.identifies(1) ? 1 : match.rows(1);
    boolean covering = match.covers(source);
    double rows = Math.min(table.rows(), points * each);
    double cost = points * read(index, each, 1, covering) + model.rows(points * each);
    Access.Kind kind = match.identifies(1) ? Access.Kind.EQ_REF : Access.Kind.REF;
    return Optional.of(new Access(kind, List.of(index), 1, rows, cost, cost, covering, true));
  }

  private Access range(IndexFigures index, IndexMatch match, IndexMatch.Range range) {
    boolean covering = match.covers(source);
    double rows = Math.max(1, table.rows() * range.share());
    double lookups =
        index.clustered() || covering
            ? read(index, rows, range.ranges(), covering)
            : reads.lookups(index, rows + range.ranges());
    double work = lookups + model.rows(rows);
    return new Access(
        Access.Kind.RANGE,
        List.of(index),
        Math.min(range.parts(), index.keys().size()),
        rows,
        Math.max(0, work - SCAN_HANDICAP),
        work,
        covering,
        false);
  }

  /** All entries of an index, in their order. */
  Access indexScan(IndexFigures index, IndexMatch match) {
    boolean covering = match.covers(source);
    double cost =
        (index.clustered()
                ? reads.scanPages()
                : covering
                    ? reads.entries(index, table.rows())
                    : reads.lookups(index, table.rows()))
            + model.rows(table.rows());
    return new Access(
        Access.Kind.INDEX, List.of(index), 0, table.rows(), cost, cost, covering, false);
  }

  /** The rows of every branch of an OR, each found by an index of its own. */
  private Optional<Access> union(List<List<Term>> branches) {
    List<Access> parts = new ArrayList<>();
    for (List<Term> branch : branches) {
      Optional<Access> best = branch(branch);
      if (best.isEmpty()) {
        return Optional.empty();
      }
      parts.add(best.get());
    }
    Set<IndexFigures> used =
        parts.stream().map(part -> part.indexes().get(0)).collect(Collectors.toSet());
    double rows = Math.min(table.rows(), parts.stream().mapToDouble(Access::rows).sum());
    IndexFigures first = parts.get(0).indexes().get(0);
    boolean covering = used.size() == 1 && new IndexMatch(table, first).covers(source);
    double entries = parts.stream().mapToDouble(Access::work).sum();
    double fetch =
        covering
            ? 0
            : used.size() == 1 ? reads.lookups(first, rows + parts.size()) : reads.sweep(rows);
    double work = (used.size() == 1 && !covering ? 0 : entries) + fetch + model.rows(rows);
    Access.Kind kind = used.size() == 1 ? Access.Kind.RANGE : Access.Kind.INDEX_MERGE;
    List<IndexFigures> indexes =
        used.size() == 1
            ? List.of(first)
            : parts.stream().map(part -> part.indexes().get(0)).distinct().toList();
    return Optional.of(
        new Access(
            kind, indexes, 1, rows, Math.max(0, work - SCAN_HANDICAP), work, covering, false));
  }

  /** The index that finds a branch's rows with the fewest entries. */
  private Optional<Access> branch(List<Term> terms) {
    Access best = null;
    for (IndexFigures index : indexes) {
      IndexMatch match = new IndexMatch(table, index);
      int points = match.points(terms, Term::constantPoint);
      Optional<IndexMatch.Range> range = match.range(terms);
      double rows =
          range
              .map(each -> Math.max(1, table.rows() * each.share()))
              .orElse(points == 0 ? Double.NaN : match.identifies(points) ? 1 : match.rows(points));
      if (!Double.isNaN(rows) && (best == null || rows < best.rows())) {
        double cost = reads.entries(index, rows) + model.rows(rows);
        best = new Access(Access.Kind.RANGE, List.of(index), points, rows, cost, cost, true, false);
      }
    }
    return Optional.ofNullable(best);
  }
}
