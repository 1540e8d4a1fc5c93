package dev.watershed.collector.server.facts;

import dev.watershed.workload.observation.ServerFact;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a server says of itself at one moment.
 *
 * @param server the identity of its process; empty if nothing is known
 * @param values those that it tells
 */
public record Facts(String server, Map<ServerFact, String> values) {

  public Facts {
    Objects.requireNonNull(server, "server");
    Map<ServerFact, String> copy = new EnumMap<>(ServerFact.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }
}
