package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.OrderKey;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.Comparison.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How far an index serves terms and orders. Behind its own parts stand those of the key that
 * clusters the table.
 */
final class IndexMatch {

  /**
   * What a search with constants finds.
   *
   * @param parts by which it searches
   * @param ranges how many pieces of the index it reads
   * @param share of the rows
   */
  record Range(int parts, double ranges, double share) {}

  private final TableFigures table;
  private final IndexFigures index;
  private final List<String> keys;

  IndexMatch(TableFigures table, IndexFigures index) {
    this.table = table;
    this.index = index;
    keys = index.searched();
  }

  /**
   * How many parts from the first have a single value.
   *
   * @param read the bits of the sources that are read before; 0 for values that are constant
   */
  int points(List<Term> terms, long read) {
    int parts = 0;
    while (parts < keys.size() && anyPoint(terms, keys.get(parts), read)) {
      parts++;
    }
    return parts;
  }

  /** Whether such values stand for one row at most. */
  boolean identifies(int parts) {
    return index.definition().unique()
        && parts >= index.keys().size()
        && index.definition().parts().stream().allMatch(part -> part.prefixLength().isEmpty());
  }

  /** Rows of the first parts' values. */
  double rows(int parts) {
    return Math.max(1, table.rows() / table.distinct(first(parts)).count());
  }

  private Set<String> first(int parts) {
    return new LinkedHashSet<>(keys.subList(0, parts));
  }

  /** The search with constants; empty if it is no more than single values. */
  Optional<Range> range(List<Term> terms) {
    if (!ranges(terms)) {
      return Optional.empty();
    }
    Set<String> points = new LinkedHashSet<>();
    double ranges = 1;
    double share = 1;
    int parts = 0;
    boolean more = false;
    while (parts < keys.size()) {
      String key = keys.get(parts);
      Optional<Term> point = find(terms, key, Term::constantPoint);
      Optional<Term> list = find(terms, key, each -> constant(each, Access.POINTS));
      Optional<Term> range = find(terms, key, each -> constant(each, Access.RANGE));
      if (point.isPresent()) {
        points.add(key);
      } else if (list.isPresent()) {
        points.add(key);
        ranges *= list.get().points();
        more = true;
      } else {
        if (range.isPresent()) {
          share *= range.get().width();
          parts++;
          more = true;
        }
        break;
      }
      parts++;
    }
    if (!more) {
      return Optional.empty();
    }
    double values = points.isEmpty() ? 1 : table.distinct(points).count();
    return Optional.of(new Range(parts, ranges, Math.min(1, share * ranges / values)));
  }

  /** Whether one of them could be more than a single value. */
  private static boolean ranges(List<Term> terms) {
    for (int at = 0; at < terms.size(); at++) {
      if (constant(terms.get(at), Access.POINTS) || constant(terms.get(at), Access.RANGE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean constant(Term term, Access access) {
    return term.access() == access && term.constant() && term.subquery().isEmpty();
  }

  private static boolean anyPoint(List<Term> terms, String key, long read) {
    for (int at = 0; at < terms.size(); at++) {
      Term term = terms.get(at);
      if (term.point() && term.needs().metBy(read) && term.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Term> find(List<Term> terms, String key, Predicate<Term> usable) {
    for (Term term : terms) {
      if (term.key().equals(key) && usable.test(term)) {
        return Optional.of(term);
      }
    }
    return Optional.empty();
  }

  /** Whether it holds every column that a source needs. */
  boolean covers(SourceShape source) {
    if (index.clustered() || source.whole()) {
      return index.clustered();
    }
    if (source.needed().size() > keys.size()) {
      return false;
    }
    for (String column : source.needed()) {
      int part = keys.indexOf(column);
      boolean held = part >= index.keys().size() || (part >= 0 && index.whole(part));
      if (!held) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether its entries, forwards or backwards, come in an order.
   *
   * @param fixed columns that have one value
   */
  boolean ordered(List<OrderKey> order, Set<String> fixed) {
    int at = 0;
    Boolean backwards = null;
    List<OrderKey> wanted = new ArrayList<>(order.size());
    for (OrderKey key : order) {
      if (!fixed.contains(key.key())) {
        wanted.add(key);
      }
    }
    for (int part = 0; part < keys.size() && at < wanted.size(); part++) {
      boolean own = part < index.keys().size();
      String key = keys.get(part);
      if (key.equals(wanted.get(at).key()) && (!own || index.whole(part))) {
        boolean descends = own && index.definition().parts().get(part).descending();
        boolean against = descends != wanted.get(at).descending();
        if (backwards != null && backwards != against) {
          return false;
        }
        backwards = against;
        at++;
      } else if (!fixed.contains(key)) {
        return false;
      }
    }
    return at == wanted.size();
  }
}
