package dev.watershed.collector.trial;

import java.util.List;

/**
 * What others do on a server.
 *
 * @param connections of others, {@code user@host}, each once, in order
 * @param statements that the server executed in the time of a look, without one's own
 */
public record ForeignTraffic(List<String> connections, long statements) {

  public ForeignTraffic {
    connections = List.copyOf(connections);
  }

  /** Whether nobody else uses the server. */
  public boolean none() {
    return connections.isEmpty() && statements <= 0;
  }
}
