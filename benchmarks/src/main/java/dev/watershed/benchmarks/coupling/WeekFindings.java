package dev.watershed.benchmarks.coupling;

import dev.watershed.benchmarks.json.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a week shows.
 *
 * @param name its first day
 * @param findings those about coupling, and proposals, by id
 * @param digests of all statements that ran
 * @param writers of tables, {@code service table}
 */
record WeekFindings(
    String name, Map<String, Found> findings, Set<String> digests, Set<String> writers) {

  /** Kinds that rest on who writes what. */
  private static final Set<String> OF_WRITES =
      Set.of("contested-table", "write-write", "cross-owner-transaction");

  private static final double WEEK_SECONDS = 604_800;

  /**
   * A finding or proposal.
   *
   * @param occasional whether so few calls show it that they may be chance
   * @param times how often in the week what it is ranked by was seen, such as the writes of all but
   *     the first writer; of a proposal, what it would spare
   * @param digests of the statements that prove it, the heaviest ones, by service
   * @param writers which of its services write which of its tables, {@code service table}; none
   *     where it does not rest on that
   */
  record Found(
      boolean proposal,
      boolean occasional,
      String kind,
      String subject,
      double times,
      Map<String, Set<String>> digests,
      Set<String> writers) {

    Found {
      digests = Map.copyOf(digests);
      writers = Set.copyOf(writers);
    }

    /**
     * Whether a week lacks all statements by which one of its services takes part, or a service
     * writes one of its tables no longer.
     */
    boolean without(WeekFindings week) {
      return digests.values().stream()
              .anyMatch(own -> own.stream().noneMatch(week.digests()::contains))
          || !week.writers().containsAll(writers);
    }
  }

  WeekFindings {
    findings = Map.copyOf(findings);
    digests = Set.copyOf(digests);
    writers = Set.copyOf(writers);
  }

  static WeekFindings of(String name, JsonNode coupling, JsonNode plan, JsonNode load) {
    Set<String> writers = new TreeSet<>();
    for (JsonNode cell : coupling.list("matrix", node -> node)) {
      if (cell.decimal("writesPerSecond") > 0) {
        writers.add(cell.text("service") + " " + cell.text("table"));
      }
    }
    Map<String, Found> found = new TreeMap<>();
    for (JsonNode finding : coupling.list("findings", node -> node)) {
      found.put(finding.text("id"), found(finding, false, "weight", "digests", writers));
    }
    for (String part : List.of("steps", "alternatives")) {
      for (JsonNode proposal : plan.list(part, node -> node)) {
        found.put(
            proposal.text("id"), found(proposal, true, "benefitPerSecond", "evidence", writers));
      }
    }
    return new WeekFindings(
        name, found, Set.copyOf(load.list("digests", node -> node.text("digest"))), writers);
  }

  private static Found found(
      JsonNode node, boolean proposal, String weight, String proofs, Set<String> writers) {
    Map<String, Set<String>> digests = new TreeMap<>();
    for (JsonNode proof : node.list(proofs, each -> each)) {
      digests
          .computeIfAbsent(proof.text("service"), service -> new TreeSet<>())
          .add(proof.text("digest"));
    }
    Set<String> own = new TreeSet<>();
    if (OF_WRITES.contains(node.text("kind"))) {
      for (String service : node.texts("services")) {
        node.texts("tables").forEach(table -> own.add(service + " " + table));
      }
      own.retainAll(writers);
    }
    return new Found(
        proposal,
        !proposal && node.flag("occasional"),
        node.text("kind"),
        String.join(", ", node.texts("subject")),
        node.decimal(weight) * WEEK_SECONDS,
        digests,
        own);
  }

  /** The ids of those that are wanted, in order. */
  Collection<String> ids(Predicate<Found> wanted) {
    return findings.entrySet().stream()
        .filter(each -> wanted.test(each.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
