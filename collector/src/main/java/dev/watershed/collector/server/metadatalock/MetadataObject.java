package dev.watershed.collector.server.metadatalock;

import java.util.Objects;

/**
 * What metadata locks are on.
 *
 * @param type such as {@code TABLE}
 * @param schema empty where it has none
 * @param name empty where it has none
 */
record MetadataObject(String type, String schema, String name) {

  MetadataObject {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
  }
}
