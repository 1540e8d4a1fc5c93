package dev.watershed.benchmarks.rules;

import dev.watershed.benchmarks.coupling.SpanFindings;
import dev.watershed.benchmarks.json.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code check} says of a span, and what ran in it.
 *
 * @param name of the span
 * @param errors the messages of violations of severity {@code error}, by key
 * @param others the severities of the other ones, by key
 * @param inconclusive why a rule could not judge something, by rule
 * @param coupling findings about coupling
 * @param seen when statements ran in it, by digest
 * @param uses which service used which table, {@code service table}
 */
record SpanVerdicts(
    String name,
    SortedMap<String, String> errors,
    Map<String, String> others,
    Map<String, String> inconclusive,
    SpanFindings coupling,
    Map<String, Seen> seen,
    Set<String> uses) {

  private static final String ERROR = "error";

  /** From the first call to the end of the last one. */
  record Seen(Instant first, Instant last) {}

  /** From the JSON of {@code check}, {@code analyze --coupling} and {@code analyze --limit 0}. */
  static SpanVerdicts of(MonthSpan span, JsonNode check, JsonNode coupling, JsonNode load) {
    SortedMap<String, String> errors = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    for (JsonNode violation : check.list("violations", node -> node)) {
      String severity = violation.text("severity");
      if (severity.equals(ERROR)) {
        errors.put(violation.text("key"), violation.text("message"));
      } else {
        others.put(violation.text("key"), severity);
      }
    }
    Set<String> uses = new TreeSet<>();
    for (JsonNode cell : coupling.list("matrix", node -> node)) {
      uses.add(cell.text("service") + " " + cell.text("table"));
    }
    return new SpanVerdicts(
        span.name(),
        errors,
        others,
        check.list("inconclusive", node -> node).stream()
            .collect(
                Collectors.toMap(
                    node -> node.text("rule"),
                    node -> node.text("subject") + ": " + node.text("reason"),
                    (first, further) -> first)),
        SpanFindings.of(span.name(), span.length(), coupling, load),
        load.list("digests", node -> node).stream()
            .collect(
                Collectors.toMap(
                    node -> node.text("digest"),
                    node ->
                        new Seen(
                            Instant.parse(node.text("firstSeen")),
                            Instant.parse(node.text("lastSeen"))))),
        uses);
  }
}
