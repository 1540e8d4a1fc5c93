package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads {@code truth.json}. */
public final class TruthReader {

  private TruthReader() {}

  /**
   * The truth of a file, which may be compressed.
   *
   * @throws IllegalArgumentException if it is another format, or says what cannot be
   */
  public static Truth read(Path file) throws IOException {
    JsonNode root = JsonNode.read(file);
    if (!root.text("format").equals(TruthWriter.FORMAT)) {
      throw new IllegalArgumentException(
          file + " is " + root.text("format") + ", not " + TruthWriter.FORMAT);
    }
    return new Truth(
        root.number("seed"),
        Instant.parse(root.text("startedAt")),
        Duration.ofMillis(Math.round(root.decimal("plannedSeconds") * 1_000)),
        root.list("servers", TruthReader::server),
        root.list("services", TruthReader::service),
        root.list("cases", TruthReader::planted),
        root.list("load", TruthReader::load));
  }

  private static Truth.Server server(JsonNode node) {
    return new Truth.Server(node.text("name"), node.text("slowLog"), (int) node.number("tables"));
  }

  private static Truth.Sender service(JsonNode node) {
    return new Truth.Sender(
        node.text("name"), node.flag("attributed"), node.text("account"), node.text("server"));
  }

  private static Truth.Case planted(JsonNode node) {
    return new Truth.Case(
        node.text("id"),
        ProblemKind.valueOf(node.text("kind")),
        node.flag("trap"),
        node.texts("tables"),
        node.has("index") ? Optional.of(node.text("index")) : Optional.empty(),
        node.texts("columns"),
        node.texts("services"),
        node.texts("digests").stream().map(Fingerprints::parseId).toList());
  }

  private static Truth.Load load(JsonNode node) {
    return new Truth.Load(
        node.text("service"),
        node.text("module"),
        Fingerprints.parseId(node.text("digest")),
        node.number("calls"),
        node.number("errors"),
        node.number("clientTimeMicros"));
  }
}
