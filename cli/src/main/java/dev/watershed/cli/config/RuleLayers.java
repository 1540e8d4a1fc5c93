package dev.watershed.cli.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The settings of a rule in an environment: what that says of it, else what is said for all.
 *
 * @param layers the first one that has a key counts
 */
record RuleLayers(List<YamlObject> layers) {

  static final String ENVIRONMENTS = "environments";

  RuleLayers {
    layers = List.copyOf(layers);
  }

  /**
   * The settings of an item of {@code rules}.
   *
   * @param environment empty for none
   */
  static RuleLayers of(YamlObject item, Optional<String> environment) {
    Optional<YamlObject> own =
        environment.flatMap(name -> item.object(ENVIRONMENTS).flatMap(all -> all.object(name)));
    return new RuleLayers(Stream.concat(own.stream(), Stream.of(item)).toList());
  }

  /** The text of a key. */
  Optional<String> text(String key) {
    return layers.stream().flatMap(layer -> layer.text(key).stream()).findFirst();
  }

  /** The number of a key. */
  OptionalDouble number(String key, boolean whole) {
    return layers.stream()
        .flatMapToDouble(
            layer ->
                whole ? layer.whole(key).stream().asDoubleStream() : layer.number(key).stream())
        .findFirst();
  }
}
