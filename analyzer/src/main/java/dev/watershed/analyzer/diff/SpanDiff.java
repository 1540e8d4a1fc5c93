package dev.watershed.analyzer.diff;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The digests that changed between two spans. Slower or faster is a digest whose mean time per call
 * moved by at least {@link #LEAST_RATIO} and by more than {@link #LEAST_STANDARD_ERRORS}, with at
 * least {@link #LEAST_CALLS} calls on either side. With a threshold, means are of the slow calls
 * only, and nothing is called slower or faster.
 *
 * @param changes those that moved the most time per day first, either way
 * @param unchanged digests that ran in both spans and did not change
 * @param undecided digests that ran in both, with too few calls or an unknown variance
 */
public record SpanDiff(List<DigestChange> changes, int unchanged, int undecided) {

  /** A mean that is by a fifth higher, or lower by as much as a fifth higher takes back. */
  public static final double LEAST_RATIO = 1.2;

  /** So that of thousands of digests hardly one is named by chance. */
  public static final double LEAST_STANDARD_ERRORS = 4;

  /** Of either span. */
  public static final long LEAST_CALLS = 20;

  private static final Comparator<DigestChange> ORDER =
      Comparator.comparingDouble((DigestChange change) -> Math.abs(change.microsPerDayMore()))
          .reversed()
          .thenComparing(change -> change.digest().name());

  public SpanDiff {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two spans.
   *
   * @param base by digest, all of them
   * @param head likewise
   */
  public static SpanDiff of(
      WorkloadFacts base, Duration baseSpan, WorkloadFacts head, Duration headSpan) {
    Comparing comparing = new Comparing(base, baseSpan, headSpan);
    head.groups().forEach(comparing::head);
    comparing.gone();
    comparing.changes.sort(ORDER);
    return new SpanDiff(comparing.changes, comparing.unchanged, comparing.undecided);
  }

  private static final class Comparing {
    private final Map<Long, GroupFacts> before = new LinkedHashMap<>();
    private final Duration baseSpan;
    private final Duration headSpan;
    private final List<DigestChange> changes = new ArrayList<>();
    private int unchanged;
    private int undecided;

    Comparing(WorkloadFacts base, Duration baseSpan, Duration headSpan) {
      this.baseSpan = baseSpan;
      this.headSpan = headSpan;
      base.groups().forEach(group -> before.put(digest(group).digest(), group));
    }

    void head(GroupFacts now) {
      DiffSide side = DiffSide.of(now.figures(), headSpan);
      Optional<GroupFacts> then = Optional.ofNullable(before.remove(digest(now).digest()));
      if (then.isEmpty()) {
        add(ChangeKind.NEW, now, DiffSide.NOTHING, side, OptionalDouble.empty());
        return;
      }
      Figures base = then.get().figures();
      OptionalDouble shift = MeanShift.of(base, now.figures());
      if (shift.isEmpty() || fewest(base, now.figures()) < LEAST_CALLS) {
        undecided++;
      } else if (moved(base, now.figures(), shift.getAsDouble())) {
        ChangeKind kind = shift.getAsDouble() > 0 ? ChangeKind.SLOWER : ChangeKind.FASTER;
        add(kind, now, DiffSide.of(base, baseSpan), side, shift);
      } else {
        unchanged++;
      }
    }

    void gone() {
      for (GroupFacts then : before.values()) {
        DiffSide side = DiffSide.of(then.figures(), baseSpan);
        add(ChangeKind.GONE, then, side, DiffSide.NOTHING, OptionalDouble.empty());
      }
    }

    private void add(
        ChangeKind kind, GroupFacts group, DiffSide base, DiffSide head, OptionalDouble shift) {
      changes.add(new DigestChange(kind, digest(group), group.services(), base, head, shift));
    }
  }

  private static long fewest(Figures base, Figures head) {
    return Math.min(base.loggedCalls(), head.loggedCalls());
  }

  private static boolean moved(Figures base, Figures head, double shift) {
    double before = (double) base.timeMicros() / base.loggedCalls();
    double now = (double) head.timeMicros() / head.loggedCalls();
    boolean far = now >= before * LEAST_RATIO || before >= now * LEAST_RATIO;
    return far && Math.abs(shift) > LEAST_STANDARD_ERRORS;
  }

  private static GroupKey.Digest digest(GroupFacts group) {
    if (group.key() instanceof GroupKey.Digest digest) {
      return digest;
    }
    throw new IllegalArgumentException("ranked by something else than digests: " + group.key());
  }
}
