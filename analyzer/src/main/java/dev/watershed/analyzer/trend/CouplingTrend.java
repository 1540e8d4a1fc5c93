package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.CouplingFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What changed in coupling from a base to a head.
 *
 * @param findings that changed, by kind of finding
 * @param unchanged how many findings both spans have and that did not change
 * @param owners tables that another service writes
 * @param appearances services and tables in use in one span only
 * @param pairs of services that share more or less
 * @param notes what is not known, a sentence each
 */
public record CouplingTrend(
    List<FindingChange> findings,
    int unchanged,
    List<OwnerChange> owners,
    List<Appearance> appearances,
    List<PairChange> pairs,
    List<String> notes) {

  public CouplingTrend {
    findings = List.copyOf(findings);
    owners = List.copyOf(owners);
    appearances = List.copyOf(appearances);
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /** Compares two spans that were read with the same configuration and level. */
  public static CouplingTrend of(CouplingFacts base, CouplingFacts head) {
    List<FindingChange> findings = FindingChanges.of(base, head);
    long only = findings.stream().filter(each -> each.base().isEmpty()).count();
    long changed = findings.size() - only;
    return new CouplingTrend(
        findings,
        (int) (base.findings().size() - changed),
        OwnerChanges.of(base, head),
        Appearances.of(base, head),
        PairChanges.of(base, head),
        notes(base, head));
  }

  private static List<String> notes(CouplingFacts base, CouplingFacts head) {
    List<String> notes = new ArrayList<>();
    TreeSet<String> sets = new TreeSet<>(base.input().secondsByData().keySet());
    sets.addAll(head.input().secondsByData().keySet());
    sets.removeIf(
        name ->
            base.input().secondsByData().containsKey(name)
                && head.input().secondsByData().containsKey(name));
    if (!sets.isEmpty()) {
      notes.add("seen in one of the spans only: " + String.join(", ", sets));
    }
    TreeSet<String> thresholds = new TreeSet<>(base.input().quality().withThreshold());
    thresholds.addAll(head.input().quality().withThreshold());
    if (!thresholds.isEmpty()) {
      notes.add(
          "the log leaves out fast statements, so that what got slower may look new: "
              + String.join(", ", thresholds));
    }
    head.notes().forEach(note -> notes.add("head: " + note));
    base.notes().stream()
        .filter(note -> !head.notes().contains(note))
        .forEach(note -> notes.add("base: " + note));
    return notes;
  }
}
