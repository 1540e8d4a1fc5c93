package dev.watershed.benchmarks.json;

import dev.watershed.collector.input.LogStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A value of a JSON text, which says what it should have been where it is something else. JSON is
 * YAML 1.2, and a reader of that is at hand.
 */
public record JsonNode(Object value) {

  /** Reads a file, which may be compressed. */
  public static JsonNode read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file)) {
      return parse(
          file.toString(),
          new String(LogStream.uncompressed(raw).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads a text.
   *
   * @param label says in messages where it is from
   */
  public static JsonNode parse(String label, String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(label).setCodePointLimit(1 << 30).build();
    return new JsonNode(new Load(settings).loadFromString(text));
  }

  private <T> T as(String key, Class<T> type) {
    Object found = value instanceof Map<?, ?> map ? map.get(key) : "no object";
    if (!type.isInstance(found)) {
      throw new IllegalArgumentException(
          key + ": expected " + type.getSimpleName() + ", found " + found);
    }
    return type.cast(found);
  }

  /** Whether there is such a field that is not null. */
  public boolean has(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null;
  }

  /** The field as an object. */
  public JsonNode node(String key) {
    return new JsonNode(as(key, Map.class));
  }

  /** The field as a text. */
  public String text(String key) {
    return as(key, String.class);
  }

  /** The field as a truth value. */
  public boolean flag(String key) {
    return as(key, Boolean.class);
  }

  /** The field as a whole number. */
  public long number(String key) {
    return as(key, Number.class).longValue();
  }

  /** The field as a number. */
  public double decimal(String key) {
    return as(key, Number.class).doubleValue();
  }

  /** The elements of the field. */
  public <T> List<T> list(String key, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    for (Object each : as(key, List.class)) {
      all.add(reader.apply(new JsonNode(each)));
    }
    return all;
  }

  /** The elements of the field as texts. */
  public List<String> texts(String key) {
    return list(key, node -> String.valueOf(node.value()));
  }
}
