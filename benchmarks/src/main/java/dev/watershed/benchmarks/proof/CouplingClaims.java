package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.Objects;

/**
 * What {@code analyze --coupling --format json} says.
 *
 * @param findings all of them
 * @param cells who uses which table
 * @param pairs of services that anything couples
 */
record CouplingClaims(List<Claim> findings, List<Cell> cells, List<Pair> pairs) {

  private static final String FORMAT = "watershed.coupling/1";

  /** A finding. */
  record Claim(
      String kind,
      List<String> subject,
      List<String> services,
      List<String> tables,
      List<String> inferred,
      boolean occasional,
      List<Long> digests) {

    Claim {
      Objects.requireNonNull(kind, "kind");
      subject = List.copyOf(subject);
      services = List.copyOf(services);
      tables = List.copyOf(tables);
      inferred = List.copyOf(inferred);
      digests = List.copyOf(digests);
    }
  }

  /** A service and a table that it uses. */
  record Cell(String table, String service, double writes, double inferredWrites) {}

  /** Two services. */
  record Pair(String first, String second, double jaccard) {}

  CouplingClaims {
    findings = List.copyOf(findings);
    cells = List.copyOf(cells);
    pairs = List.copyOf(pairs);
  }

  /** Reads the JSON of the command. */
  static CouplingClaims of(JsonNode root) {
    if (!root.text("format").equals(FORMAT)) {
      throw new IllegalArgumentException(root.text("format") + " is not " + FORMAT);
    }
    return new CouplingClaims(
        root.list("findings", CouplingClaims::claim),
        root.list(
            "matrix",
            cell ->
                new Cell(
                    cell.text("table"),
                    cell.text("service"),
                    cell.decimal("writesPerSecond"),
                    cell.decimal("inferredWritesPerSecond"))),
        root.list(
            "pairs",
            pair -> new Pair(pair.text("first"), pair.text("second"), pair.decimal("jaccard"))));
  }

  private static Claim claim(JsonNode node) {
    return new Claim(
        node.text("kind"),
        node.texts("subject"),
        node.texts("services"),
        node.texts("tables"),
        node.texts("inferred"),
        node.flag("occasional"),
        node.list("digests", digest -> Fingerprints.parseId(digest.text("digest"))));
  }

  /** The findings of a kind. */
  List<Claim> of(String kind) {
    return findings.stream().filter(claim -> claim.kind().equals(kind)).toList();
  }
}
