package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All ways to read the rows of one table of a block. */
final class SourceAccesses {

  private final SourceShape source;
  private final TableFigures table;
  private final List<IndexAccesses> indexes;
  private final CostModel model;
  private final TableReads reads;
  private final long neededSources;
  private final List<Access> unions = new ArrayList<>();
  private final Map<Long, List<Access>> possible = new HashMap<>(2);
  private long lastRead;
  private List<Access> last = List.of();

  /**
   * Of a source that is a table.
   *
   * @param indexes that there are
   */
  SourceAccesses(SourceShape source, List<IndexAccesses> indexes, CostModel model) {
    this.source = source;
    this.table = source.table().orElseThrow();
    this.indexes = indexes;
    this.model = model;
    this.reads = new TableReads(table, model);
    long needed = 0;
    for (Term term : source.terms()) {
      needed |= term.needs().sources();
    }
    neededSources = needed;
    for (List<List<Term>> branches : source.branches()) {
      union(branches).ifPresent(unions::add);
    }
  }

  /** What one of the indexes is good for; empty if it is none of them. */
  Optional<IndexAccesses> of(IndexFigures index) {
    for (IndexAccesses each : indexes) {
      if (each.index().equals(index)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The indexes that there are. */
  List<IndexAccesses> indexes() {
    return indexes;
  }

  /**
   * Those that are possible once some sources are read.
   *
   * @param read their bits
   */
  List<Access> after(long read) {
    long counting = read & neededSources;
    if (last.isEmpty() || counting != lastRead) {
      last = reckonedOnce(counting);
      lastRead = counting;
    }
    return last;
  }

  private List<Access> reckonedOnce(long read) {
    List<Access> known = possible.get(read);
    if (known == null) {
      known = reckoned(read);
      possible.put(read, known);
    }
    return known;
  }

  private List<Access> reckoned(long read) {
    List<Access> found = new ArrayList<>(2 + indexes.size());
    double scan = reads.scan();
    found.add(new Access(Access.Kind.ALL, List.of(), 0, table.rows(), scan, scan, false, false));
    for (IndexAccesses index : indexes) {
      index.after(read, found);
    }
    found.addAll(unions);
    return found;
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
            kind,
            indexes,
            1,
            rows,
            Math.max(0, work - IndexAccesses.SCAN_HANDICAP),
            work,
            covering,
            false));
  }

  /** The index that finds a branch's rows with the fewest entries. */
  private Optional<Access> branch(List<Term> terms) {
    Access best = null;
    for (IndexAccesses accesses : indexes) {
      IndexFigures index = accesses.index();
      IndexMatch match = new IndexMatch(table, index);
      int points = match.points(terms, 0);
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
