package dev.watershed.analyzer.ranking;

import java.util.List;

/**
 * With whom a group appears, by the time spent there, the most first.
 *
 * @param services the services that ran it
 * @param schemas the schemas it ran in
 */
record Companions(List<String> services, List<String> schemas) {

  static final Companions NONE = new Companions(List.of(), List.of());

  Companions {
    services = List.copyOf(services);
    schemas = List.copyOf(schemas);
  }
}
