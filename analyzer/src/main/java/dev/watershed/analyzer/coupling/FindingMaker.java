package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Puts a finding together. */
final class FindingMaker {

  private static final int MOST_EVIDENCE = 10;
  private static final double MICROS_PER_SECOND = 1e6;

  private final CouplingView view;
  private final FindingKind kind;
  private final List<String> subject;
  private final TreeSet<String> services = new TreeSet<>();
  private final TreeSet<String> tables = new TreeSet<>();
  private final TreeSet<Saying> inferred = new TreeSet<>(Comparator.comparing(Saying::text));
  private final TreeSet<Integer> touches = new TreeSet<>();
  private OwnerBasis basis = OwnerBasis.NONE;
  private boolean occasional;

  /**
   * @param subject the names that tell it from others of its kind, in an order of their own
   */
  FindingMaker(CouplingView view, FindingKind kind, List<String> subject) {
    this.view = view;
    this.kind = kind;
    this.subject = subject;
  }

  FindingMaker party(int party) {
    services.add(view.party(party));
    return this;
  }

  FindingMaker table(int table) {
    tables.add(view.label(table));
    return this;
  }

  /** It rests on the owner of a table. */
  FindingMaker owned(int table) {
    if (view.ownership().owner(table).isPresent() && basis != OwnerBasis.PROPOSED) {
      basis = view.guessed(table) ? OwnerBasis.PROPOSED : OwnerBasis.DECLARED;
    }
    return table(table);
  }

  FindingMaker inferred(Saying clause) {
    inferred.add(clause);
    return this;
  }

  /** Whether it rests on so few calls that they may be chance. */
  FindingMaker occasional(boolean few) {
    occasional = few;
    return this;
  }

  /** A touch that proves it. */
  FindingMaker touch(int row) {
    touches.add(row);
    return this;
  }

  FindingMaker touches(Collection<Integer> rows) {
    touches.addAll(rows);
    return this;
  }

  /** Calls per second of what proves it. */
  double callsPerSecond() {
    return touches.stream().mapToDouble(this::perSecond).sum();
  }

  private double perSecond(int row) {
    Touches all = view.input().touches();
    return all.calls(row) / view.input().seconds(all.statement(row));
  }

  /** The finding. */
  Finding make(double weight, Saying message) {
    Touches all = view.input().touches();
    double micros = touches.stream().mapToDouble(all::timeMicros).sum();
    List<Integer> ranked = new ArrayList<>(touches);
    ranked.sort(
        Comparator.comparingDouble(all::calls)
            .reversed()
            .thenComparing(Comparator.<Integer>naturalOrder()));
    return new Finding(
        Finding.idOf(kind, subject),
        kind,
        subject,
        message,
        List.copyOf(services),
        List.copyOf(tables),
        weight,
        callsPerSecond(),
        micros / MICROS_PER_SECOND,
        view.totalMicros() == 0 ? 0 : micros / view.totalMicros(),
        basis,
        touches.stream().anyMatch(all::estimated),
        occasional,
        List.copyOf(inferred),
        ranked.stream().limit(MOST_EVIDENCE).map(row -> Evidence.of(view.input(), row)).toList(),
        Math.max(0, ranked.size() - MOST_EVIDENCE));
  }
}
