package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code advise --format json} says.
 *
 * @param indexes to add and to drop, of all servers
 * @param rewrites of statements
 */
record Proposals(List<Proposal> indexes, List<Rewrite> rewrites) {

  private static final String FORMAT = "watershed.advise/1";

  /** What no index can mend, and why. */
  record Rewrite(String reason, String subject, long digest) {

    Rewrite {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(subject, "subject");
    }
  }

  Proposals {
    indexes = List.copyOf(indexes);
    rewrites = List.copyOf(rewrites);
  }

  /** Reads the JSON of the command. */
  static Proposals of(JsonNode root) {
    if (!root.text("format").equals(FORMAT)) {
      throw new IllegalArgumentException(root.text("format") + " is not " + FORMAT);
    }
    List<Proposal> indexes = new ArrayList<>();
    List<Rewrite> rewrites = new ArrayList<>();
    root.list(
        "servers",
        server -> {
          indexes.addAll(server.list("indexes", Proposals::index));
          rewrites.addAll(server.list("rewrites", Proposals::rewrite));
          return server;
        });
    return new Proposals(indexes, rewrites);
  }

  /** Those of several answers together. */
  Proposals and(Proposals other) {
    List<Proposal> all = new ArrayList<>(indexes);
    all.addAll(other.indexes);
    List<Rewrite> every = new ArrayList<>(rewrites);
    every.addAll(other.rewrites);
    return new Proposals(all, every);
  }

  private static Proposal index(JsonNode node) {
    return new Proposal(
        node.text("id"),
        node.text("kind"),
        node.text("schema") + "." + node.text("table"),
        node.text("index"),
        node.list(
            "parts", part -> part.has("column") ? part.text("column") : part.text("expression")),
        node.list("digests", digest -> Fingerprints.parseId(digest.text("digest"))),
        node.has("trial") ? Optional.of(node.node("trial").text("verdict")) : Optional.empty());
  }

  private static Rewrite rewrite(JsonNode node) {
    return new Rewrite(
        node.text("reason"), node.text("subject"), Fingerprints.parseId(node.text("digest")));
  }
}
