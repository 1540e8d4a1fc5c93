package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which the server joins the sources of a block: the cheapest of all up to {@value
 * #EXACT} sources (Selinger et al., SIGMOD 1979), beyond that the cheapest next one each time.
 */
final class JoinOrder {

  private static final int EXACT = 7;

  /** The default of {@code join_buffer_size}. */
  private static final double BUFFER_BYTES = 262_144;

  private static final double BUFFERED_ROW_BYTES = 64;

  /** Sources that are read, in their order. */
  record Prefix(long sources, List<PlanStep> steps, double choice, double work) {

    static final Prefix EMPTY = new Prefix(0, List.of(), 0, 0);
  }

  private record Place(int source, long read) {}

  private final BlockShape block;
  private final List<List<Access>> fixed;
  private final List<SourceAccesses> accesses;
  private final CostModel model;
  private final Cardinality cardinality;
  private final Map<Place, List<Access>> possible = new HashMap<>();

  /**
   * Of a block.
   *
   * @param accesses of each source that is a table; of others {@code fixed} has the only one
   */
  JoinOrder(
      BlockShape block,
      List<SourceAccesses> accesses,
      List<List<Access>> fixed,
      CostModel model,
      Cardinality cardinality) {
    this.block = block;
    this.accesses = accesses;
    this.fixed = fixed;
    this.model = model;
    this.cardinality = cardinality;
  }

  Prefix best() {
    return block.sources().size() <= EXACT ? exact() : greedy();
  }

  private Prefix exact() {
    long all = (1L << block.sources().size()) - 1;
    Map<Long, Prefix> best = new HashMap<>();
    best.put(0L, Prefix.EMPTY);
    for (long read = 0; read < all; read++) {
      Prefix prefix = best.get(read);
      if (prefix == null) {
        continue;
      }
      for (SourceShape source : block.sources()) {
        if (allowed(source, read)) {
          Prefix longer = next(prefix, source);
          best.merge(longer.sources(), longer, JoinOrder::cheaper);
        }
      }
    }
    Prefix found = best.get(all);
    return found == null ? inOrderOfText() : found;
  }

  private Prefix greedy() {
    Prefix prefix = Prefix.EMPTY;
    for (int step = 0; step < block.sources().size(); step++) {
      Prefix cheapest = null;
      for (SourceShape source : block.sources()) {
        if (allowed(source, prefix.sources())) {
          Prefix longer = next(prefix, source);
          cheapest = cheapest == null ? longer : cheaper(cheapest, longer);
        }
      }
      if (cheapest == null) {
        return inOrderOfText();
      }
      prefix = cheapest;
    }
    return prefix;
  }

  /** Where sources depend on each other in a circle. */
  private Prefix inOrderOfText() {
    Prefix prefix = Prefix.EMPTY;
    for (SourceShape source : block.sources()) {
      prefix = next(prefix, source);
    }
    return prefix;
  }

  private static Prefix cheaper(Prefix one, Prefix other) {
    return other.choice() < one.choice() ? other : one;
  }

  private static boolean allowed(SourceShape source, long read) {
    return (read & source.bit()) == 0 && (source.dependsOn() & ~read) == 0;
  }

  private Prefix next(Prefix prefix, SourceShape source) {
    double times = prefix.steps().isEmpty() ? 1 : cardinality.of(prefix.sources());
    Prefix best = null;
    for (Access access : accesses(source, prefix.sources())) {
      Prefix longer = add(prefix, source, access, times);
      if (best == null || longer.choice() < best.choice()) {
        best = longer;
      }
    }
    return best;
  }

  List<Access> accesses(SourceShape source, long read) {
    if (source.table().isEmpty()) {
      return fixed.get(source.number());
    }
    return possible.computeIfAbsent(
        new Place(source.number(), read), place -> accesses.get(place.source).after(place.read));
  }

  Prefix add(Prefix prefix, SourceShape source, Access access, double times) {
    boolean first = prefix.steps().isEmpty();
    boolean buffered = !first && !access.kind().lookup();
    double choice = buffered ? buffered(access, times) : times * access.choice();
    double work = times * access.work();
    double examined = times * access.rows();
    if (buffered && model.hashJoin() && hashable(source)) {
      work = access.work() + model.rows(times);
      examined = access.rows();
    } else if (buffered) {
      work = choice;
      examined = access.rows() * Math.ceil(times * BUFFERED_ROW_BYTES / BUFFER_BYTES);
    }
    List<PlanStep> steps = new ArrayList<>(prefix.steps());
    steps.add(new PlanStep(source, access, times, buffered, examined));
    return new Prefix(
        prefix.sources() | source.bit(), steps, prefix.choice() + choice, prefix.work() + work);
  }

  /** Its pages once per filled buffer, and every pair of rows. */
  private double buffered(Access access, double times) {
    double fills = 1 + Math.floor(times * BUFFERED_ROW_BYTES / BUFFER_BYTES);
    double pages = access.choice() - model.rows(access.rows());
    return fills * Math.max(0, pages) + model.rows(times * access.rows());
  }

  private boolean hashable(SourceShape source) {
    boolean derived = source.table().isEmpty();
    return derived
        || source.terms().stream().anyMatch(term -> term.point() && !term.constant())
        || block.classes().stream()
            .anyMatch(
                each ->
                    each.members().stream().anyMatch(member -> member.source() == source.number()));
  }
}
