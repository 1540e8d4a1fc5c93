package dev.watershed.cli.imports;

import dev.watershed.analyzer.service.TablePattern;
import java.util.Optional;

/** Tables as other files name them: with a schema, or without where the configuration gives one. */
final class TableNames {

  private TableNames() {}

  /**
   * The pattern of a name.
   *
   * @throws IllegalArgumentException if it has no schema or is no name; the message says the way
   *     out
   */
  static TablePattern parse(String name, Optional<String> schema) {
    if (name.indexOf('.') >= 0) {
      return TablePattern.parse(name);
    }
    if (schema.isEmpty()) {
      throw new IllegalArgumentException(
          "no schema is known of '"
              + name
              + "'; schema beside the path in the configuration"
              + " says it");
    }
    return TablePattern.parse(schema.get() + "." + name);
  }
}
