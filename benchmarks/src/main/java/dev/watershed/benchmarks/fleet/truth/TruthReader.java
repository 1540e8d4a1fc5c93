package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.collector.input.LogStream;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code truth.json}: JSON is YAML 1.2, and a reader of that is at hand. */
public final class TruthReader {

  private TruthReader() {}

  /**
   * The truth of a file, which may be compressed.
   *
   * @throws IllegalArgumentException if it is another format, or says what cannot be
   */
  public static Truth read(Path file) throws IOException {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setCodePointLimit(1 << 30).build();
    String text;
    try (InputStream raw = Files.newInputStream(file)) {
      text = new String(LogStream.uncompressed(raw).readAllBytes(), StandardCharsets.UTF_8);
    }
    Node root = new Node(new Load(settings).loadFromString(text));
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

  private static Truth.Server server(Node node) {
    return new Truth.Server(node.text("name"), node.text("slowLog"), (int) node.number("tables"));
  }

  private static Truth.Sender service(Node node) {
    return new Truth.Sender(
        node.text("name"), node.flag("attributed"), node.text("account"), node.text("server"));
  }

  private static Truth.Case planted(Node node) {
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

  private static Truth.Load load(Node node) {
    return new Truth.Load(
        node.text("service"),
        node.text("module"),
        Fingerprints.parseId(node.text("digest")),
        node.number("calls"),
        node.number("errors"),
        node.number("clientTimeMicros"));
  }

  /** A value of the file, which says what it should have been where it is something else. */
  private record Node(Object value) {

    private <T> T as(String key, Class<T> type) {
      Object found = value instanceof Map<?, ?> map ? map.get(key) : "no object";
      if (!type.isInstance(found)) {
        throw new IllegalArgumentException(
            key + ": expected " + type.getSimpleName() + ", found " + found);
      }
      return type.cast(found);
    }

    boolean has(String key) {
      return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    String text(String key) {
      return as(key, String.class);
    }

    boolean flag(String key) {
      return as(key, Boolean.class);
    }

    long number(String key) {
      return as(key, Number.class).longValue();
    }

    double decimal(String key) {
      return as(key, Number.class).doubleValue();
    }

    <T> List<T> list(String key, Function<Node, T> reader) {
      List<T> all = new ArrayList<>();
      for (Object each : as(key, List.class)) {
        all.add(reader.apply(new Node(each)));
      }
      return all;
    }

    List<String> texts(String key) {
      return list(key, node -> String.valueOf(node.value()));
    }
  }
}
