package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.OrderKey;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.Comparison.Access;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lists of parts that might help one block with one table. */
final class SourceCandidates {

  /** More columns than these are not added only to spare the rows. */
  private static final int COVERING_COLUMNS = 6;

  /** A text that may be longer is not held twice to spare lookups. */
  private static final int COVERING_CHARACTERS = 255;

  /** Beyond as many columns with single values, only the most selective one goes first. */
  private static final int ROTATED = 4;

  private final BlockShape block;
  private final SourceShape source;
  private final TableFigures table;
  private final IndexFeatures features;
  private final boolean covers;
  private final boolean weighs;
  private final List<String> needed;
  private final List<IndexPart> lists;
  private final List<IndexPart> ranges;
  private final Set<List<IndexPart>> found = new LinkedHashSet<>();
  private final Set<List<IndexPart>> asked = new LinkedHashSet<>();
  private final Set<List<IndexPart>> ending = new LinkedHashSet<>();

  SourceCandidates(
      BlockShape block,
      SourceShape source,
      IndexFeatures features,
      boolean covers,
      boolean weighs) {
    this.block = block;
    this.source = source;
    this.table = source.table().orElseThrow();
    this.features = features;
    this.covers = covers;
    this.weighs = weighs;
    needed = needed();
    lists =
        parts(source.terms(), term -> term.access() == Access.POINTS && term.subquery().isEmpty());
    ranges = parts(source.terms(), term -> term.access() == Access.RANGE && term.constant());
  }

  /** What the block needs of the table and other indexes have not anyway. */
  private List<String> needed() {
    return source.needed().stream()
        .filter(key -> !table.clusterKeys().contains(key))
        .filter(table::has)
        .sorted()
        .toList();
  }

  /** Each with all of its beginnings. */
  Set<List<IndexPart>> make() {
    if (identified()) {
      return found;
    }
    List<IndexPart> fixed = parts(source.terms(), Term::constantPoint);
    List<IndexPart> joined = parts(source.terms(), this::joins);
    tails(fixed);
    if (!joined.isEmpty()) {
      tails(bySelectivity(concat(fixed, joined)));
      joined.forEach(part -> tails(bySelectivity(concat(fixed, List.of(part)))));
      joined.forEach(part -> tails(List.of(part)));
    }
    if (fixed.size() > 1 && fixed.size() <= ROTATED) {
      fixed.forEach(part -> tails(firstly(part, fixed)));
    }
    source.branches().forEach(branches -> branches.forEach(branch -> branch(branch, fixed)));
    return found;
  }

  /** Those of which every part is asked for by a condition or an order; after {@link #make()}. */
  Set<List<IndexPart>> asked() {
    return asked;
  }

  /** Those by which a block with a LIMIT ends early; after {@link #make()}. */
  Set<List<IndexPart>> ending() {
    return ending;
  }

  /** One row at most is wanted, and an index finds it. */
  private boolean identified() {
    Set<String> fixed =
        source.terms().stream()
            .filter(Term::constantPoint)
            .map(Term::key)
            .collect(Collectors.toSet());
    return table.indexes().stream()
        .filter(index -> index.definition().unique())
        .map(IndexFigures::keys)
        .anyMatch(fixed::containsAll);
  }

  private boolean joins(Term term) {
    return (term.point() && !term.constant()) || term.subquery().isPresent();
  }

  private List<IndexPart> parts(List<Term> terms, Predicate<Term> wanted) {
    List<IndexPart> parts = new ArrayList<>();
    terms.stream().filter(wanted).forEach(term -> part(term).ifPresent(parts::add));
    return bySelectivity(parts);
  }

  private Optional<IndexPart> part(Term term) {
    if (term.expression().isEmpty()) {
      return Optional.of(table.part(term.key(), false));
    }
    return features.functional()
        ? ServableExpression.of(term.expression().get(), table)
            .map(
                text ->
                    new IndexPart(Optional.empty(), Optional.of(text), OptionalInt.empty(), false))
        : Optional.empty();
  }

  private List<IndexPart> bySelectivity(List<IndexPart> parts) {
    if (parts.size() < 2) {
      return parts;
    }
    return parts.stream()
        .distinct()
        .sorted(
            Comparator.<IndexPart>comparingDouble(
                    part -> -table.distinct(Set.of(ColumnKey.of(part))).count())
                .thenComparing(ColumnKey::of))
        .toList();
  }

  private static List<IndexPart> concat(List<IndexPart> one, List<IndexPart> other) {
    List<IndexPart> all = new ArrayList<>(one.size() + other.size());
    all.addAll(one);
    for (IndexPart part : other) {
      if (!all.contains(part)) {
        all.add(part);
      }
    }
    return all;
  }

  private static List<IndexPart> firstly(IndexPart part, List<IndexPart> parts) {
    return concat(List.of(part), parts);
  }

  /** What may follow the columns with single values: lists, one range, or an order. */
  private void tails(List<IndexPart> points) {
    keep(points);
    keep(concat(points, lists));
    lists.forEach(list -> keep(bySelectivity(concat(points, List.of(list)))));
    for (IndexPart range : ranges) {
      keep(concat(points, List.of(range)));
      keep(concat(concat(points, lists), List.of(range)));
    }
    List<IndexPart> order = order(points);
    if (!order.isEmpty()) {
      List<IndexPart> ordered = concat(points, order);
      if (block.limit().isPresent()) {
        ending.add(List.copyOf(ordered));
      }
      keep(ordered);
    }
  }

  /** The order that is asked for, without what has a single value; empty if it cannot be had. */
  private List<IndexPart> order(List<IndexPart> points) {
    if (block.ordering().isEmpty() || block.ordering().get().source() != source.number()) {
      return List.of();
    }
    Set<String> fixed =
        source.terms().stream()
            .filter(Term::constantPoint)
            .map(Term::key)
            .collect(Collectors.toSet());
    List<OrderKey> keys =
        block.ordering().get().keys().stream().filter(key -> !fixed.contains(key.key())).toList();
    boolean mixed = keys.stream().map(OrderKey::descending).distinct().count() > 1;
    boolean possible =
        keys.stream().allMatch(key -> table.indexable(key.key()))
            && (!mixed || features.descending())
            && points.stream().map(ColumnKey::of).allMatch(fixed::contains);
    if (!possible) {
      return List.of();
    }
    List<IndexPart> parts =
        keys.stream().map(key -> table.part(key.key(), mixed && key.descending())).toList();
    boolean whole = parts.stream().allMatch(part -> part.prefixLength().isEmpty());
    return whole ? parts : List.of();
  }

  private void branch(List<Term> terms, List<IndexPart> fixed) {
    List<IndexPart> points = parts(terms, Term::constantPoint);
    List<IndexPart> others = parts(terms, term -> !term.point());
    keep(points);
    keep(bySelectivity(concat(fixed, points)));
    others.forEach(other -> keep(concat(points, List.of(other))));
  }

  private void keep(List<IndexPart> parts) {
    boolean known = !parts.isEmpty() && PartLists.known(parts, table);
    if (!weighs && !known && !ending.contains(parts)) {
      return;
    }
    for (int count = 1; count <= parts.size(); count++) {
      List<IndexPart> beginning = List.copyOf(parts.subList(0, count));
      found.add(beginning);
      asked.add(beginning);
    }
    List<IndexPart> covering = covering(parts);
    if (covering.size() > parts.size()) {
      found.add(covering);
    }
  }

  private List<IndexPart> covering(List<IndexPart> parts) {
    if (!covers || source.whole() || needed.size() > COVERING_COLUMNS + parts.size()) {
      return parts;
    }
    Set<String> held = new HashSet<>();
    parts.forEach(part -> held.add(ColumnKey.of(part)));
    List<IndexPart> missing =
        needed.stream()
            .filter(key -> !held.contains(key))
            .map(key -> table.part(key, false))
            .toList();
    boolean possible =
        missing.size() <= COVERING_COLUMNS
            && concat(parts, missing).stream().allMatch(part -> part.prefixLength().isEmpty())
            && missing.stream().map(part -> part.column().orElseThrow()).allMatch(this::mayCover);
    return possible ? concat(parts, missing) : parts;
  }

  private boolean mayCover(String column) {
    return table.indexable(column) && table.mostCharacters(column) <= COVERING_CHARACTERS;
  }
}
