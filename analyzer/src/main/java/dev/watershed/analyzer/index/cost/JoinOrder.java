package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final BlockShape block;
  private final List<List<Access>> fixed;
  private final List<Optional<SourceAccesses>> accesses;
  private final CostModel model;
  private final Cardinality cardinality;

  /**
   * Of a block.
   *
   * @param accesses of each source that is a table; of others {@code fixed} has the only one
   */
  JoinOrder(
      BlockShape block,
      List<Optional<SourceAccesses>> accesses,
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

  /** For each set of sources the cheapest last one, found from the small sets to the large. */
  private Prefix exact() {
    int all = (1 << block.sources().size()) - 1;
    double[] choice = new double[all + 1];
    Access[] access = new Access[all + 1];
    int[] last = new int[all + 1];
    for (int read = 0; read < all; read++) {
      if (read > 0 && access[read] == null) {
        continue;
      }
      double times = times(read);
      for (SourceShape source : block.sources()) {
        if (allowed(source, read)) {
          int longer = read | (int) source.bit();
          Access best = cheapest(choice[read], source, read, times);
          double total = choice[read] + choice(best, read == 0, times);
          if (access[longer] == null || total < choice[longer]) {
            choice[longer] = total;
            access[longer] = best;
            last[longer] = source.number();
          }
        }
      }
    }
    return access[all] == null ? inOrderOfText() : prefix(all, last, access);
  }

  private Prefix prefix(int sources, int[] last, Access[] access) {
    if (sources == 0) {
      return Prefix.EMPTY;
    }
    SourceShape source = block.sources().get(last[sources]);
    int before = sources & ~(int) source.bit();
    return add(prefix(before, last, access), source, access[sources], times(before));
  }

  private double times(long read) {
    return read == 0 ? 1 : cardinality.of(read);
  }

  private Prefix greedy() {
    Prefix prefix = Prefix.EMPTY;
    for (int step = 0; step < block.sources().size(); step++) {
      Prefix cheapest = null;
      for (SourceShape source : block.sources()) {
        if (allowed(source, prefix.sources())) {
          Prefix longer = next(prefix, source);
          cheapest = cheapest == null || longer.choice() < cheapest.choice() ? longer : cheapest;
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

  private static boolean allowed(SourceShape source, long read) {
    return (read & source.bit()) == 0 && (source.dependsOn() & ~read) == 0;
  }

  private Prefix next(Prefix prefix, SourceShape source) {
    double times = times(prefix.sources());
    Access best = cheapest(prefix.choice(), source, prefix.sources(), times);
    return add(prefix, source, best, times);
  }

  /** The access that makes the whole cheapest: the first of several alike. */
  private Access cheapest(double before, SourceShape source, long read, double times) {
    Access best = null;
    double least = 0;
    for (Access access : accesses(source, read)) {
      double total = before + choice(access, read == 0, times);
      if (best == null || total < least) {
        best = access;
        least = total;
      }
    }
    return best;
  }

  List<Access> accesses(SourceShape source, long read) {
    Optional<SourceAccesses> own = accesses.get(source.number());
    return own.isPresent() ? own.get().after(read) : fixed.get(source.number());
  }

  private double choice(Access access, boolean first, double times) {
    return first || access.kind().lookup() ? times * access.choice() : buffered(access, times);
  }

  Prefix add(Prefix prefix, SourceShape source, Access access, double times) {
    boolean first = prefix.steps().isEmpty();
    boolean buffered = !first && !access.kind().lookup();
    double choice = choice(access, first, times);
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
