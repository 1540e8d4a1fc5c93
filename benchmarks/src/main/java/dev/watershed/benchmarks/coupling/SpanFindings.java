package dev.watershed.benchmarks.coupling;

import dev.watershed.benchmarks.json.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a span of time shows of coupling.
 *
 * @param name its first day
 * @param findings those about coupling, and proposals, by id
 * @param digests of all statements that ran
 * @param writers of tables, {@code service table}
 */
public record SpanFindings(
    String name, Map<String, Found> findings, Set<String> digests, Set<String> writers) {

  /** Kinds that rest on who writes what. */
  private static final Set<String> OF_WRITES =
      Set.of("contested-table", "write-write", "cross-owner-transaction");

  /**
   * A finding or proposal.
   *
   * @param occasional whether so few calls show it that they may be chance
   * @param times how often in the span what it is ranked by was seen, such as the writes of all but
   *     the first writer; of a proposal, what it would spare
   * @param digests of the statements that prove it, the heaviest ones, by service
   * @param writers which of its services write which of its tables, {@code service table}; none
   *     where it does not rest on that
   */
  public record Found(
      boolean proposal,
      boolean occasional,
      String kind,
      String subject,
      double times,
      Map<String, Set<String>> digests,
      Set<String> writers) {

    public Found {
      digests = Map.copyOf(digests);
      writers = Set.copyOf(writers);
    }

    /**
     * Whether a span lacks all statements by which one of its services takes part, or a service
     * does not write one of its tables there.
     */
    public boolean without(SpanFindings span) {
      return digests.values().stream()
              .anyMatch(own -> own.stream().noneMatch(span.digests()::contains))
          || !span.writers().containsAll(writers);
    }
  }

  public SpanFindings {
    findings = Map.copyOf(findings);
    digests = Set.copyOf(digests);
    writers = Set.copyOf(writers);
  }

  /**
   * From the JSON of commands.
   *
   * @param length of the span
   * @param coupling of {@code analyze --coupling}
   * @param load of {@code analyze --limit 0}
   */
  public static SpanFindings of(String name, Duration length, JsonNode coupling, JsonNode load) {
    Set<String> writers = new TreeSet<>();
    for (JsonNode cell : coupling.list("matrix", node -> node)) {
      if (cell.decimal("writesPerSecond") > 0) {
        writers.add(cell.text("service") + " " + cell.text("table"));
      }
    }
    Map<String, Found> found = new TreeMap<>();
    for (JsonNode finding : coupling.list("findings", node -> node)) {
      found.put(finding.text("id"), found(finding, length, false, writers));
    }
    return new SpanFindings(
        name, found, Set.copyOf(load.list("digests", node -> node.text("digest"))), writers);
  }

  /**
   * With proposals.
   *
   * @param plan the JSON of {@code plan}
   */
  SpanFindings with(Duration length, JsonNode plan) {
    Map<String, Found> all = new TreeMap<>(findings);
    for (String part : List.of("steps", "alternatives")) {
      for (JsonNode proposal : plan.list(part, node -> node)) {
        all.put(proposal.text("id"), found(proposal, length, true, writers));
      }
    }
    return new SpanFindings(name, all, digests, writers);
  }

  private static Found found(
      JsonNode node, Duration length, boolean proposal, Set<String> writers) {
    Map<String, Set<String>> digests = new TreeMap<>();
    for (JsonNode proof : node.list(proposal ? "evidence" : "digests", each -> each)) {
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
        node.decimal(proposal ? "benefitPerSecond" : "weight") * length.toSeconds(),
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
