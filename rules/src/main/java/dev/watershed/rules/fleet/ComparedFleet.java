package dev.watershed.rules.fleet;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an earlier span showed, to compare with.
 *
 * @param changes from it to the span that is judged
 * @param figures of the digests of the earlier span
 * @param shapes the shapes that it had, by service, however rarely that sent them: {@link
 *     FleetStatement#keys} without a rule
 * @param crossings the ids of the findings about several owners that it had
 */
public record ComparedFleet(
    SpanDiff changes, Map<Long, Figures> figures, Set<String> shapes, Set<String> crossings) {

  /** The kinds of findings that are crossings of owners. */
  public static final List<FindingKind> CROSSINGS =
      List.of(
          FindingKind.CONTESTED_TABLE,
          FindingKind.FOREIGN_READ,
          FindingKind.CROSS_OWNER_JOIN,
          FindingKind.CROSS_OWNER_TRANSACTION);

  public ComparedFleet {
    Objects.requireNonNull(changes, "changes");
    figures = Map.copyOf(figures);
    shapes = Set.copyOf(shapes);
    crossings = Set.copyOf(crossings);
  }

  /**
   * Keeps what is compared.
   *
   * @param workload of the earlier span, ranked by digest
   * @param statements of the earlier span
   * @param findings of the earlier span, occasional ones too: what was there once is not new
   */
  public static ComparedFleet of(
      SpanDiff changes,
      WorkloadFacts workload,
      Collection<FleetStatement> statements,
      Collection<Finding> findings) {
    Map<Long, Figures> figures = new HashMap<>();
    workload
        .groups()
        .forEach(
            group -> {
              if (group.key() instanceof GroupKey.Digest digest) {
                figures.put(digest.digest(), group.figures());
              }
            });
    Set<String> shapes = new HashSet<>();
    statements.stream()
        .flatMap(each -> each.senderKeys("").stream())
        .map(ViolationKey::text)
        .forEach(shapes::add);
    Set<String> crossings = new HashSet<>();
    findings.stream()
        .filter(finding -> CROSSINGS.contains(finding.kind()))
        .forEach(finding -> crossings.add(finding.id()));
    return new ComparedFleet(changes, figures, shapes, crossings);
  }

  /** Whether a service had a statement of this shape. */
  public boolean had(ViolationKey key) {
    return shapes.contains(new ViolationKey("", key.service(), key.table(), key.detail()).text());
  }

  /** What a digest cost then; empty if it did not run. */
  public Optional<Figures> before(long digest) {
    return Optional.ofNullable(figures.get(digest));
  }
}
