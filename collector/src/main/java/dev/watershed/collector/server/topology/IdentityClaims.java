package dev.watershed.collector.server.topology;

import dev.watershed.collector.server.Counted;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which name stands for which server: one each, so that nothing is counted twice. Who counted a
 * server last keeps it, also while it does not answer under that name: its counters go on, and
 * nothing is lost by waiting. A server that nobody has counted is of the name that claims it first.
 * Thread-safe.
 */
public final class IdentityClaims {

  /** Names by the ids of servers. */
  private final Map<String, String> names = new HashMap<>();

  /** By the ids of servers, until when which name counted them. */
  private final Map<String, Map<String, Instant>> counted = new HashMap<>();

  /**
   * Remembers what an earlier run counted under a name.
   *
   * @param servers the one that it led to last first
   * @param stands whether the name is still one of the configuration, and keeps that server
   */
  public synchronized void remember(String name, List<Counted> servers, boolean stands) {
    if (stands && !servers.isEmpty()) {
      Counted last = servers.get(0);
      Optional<Instant> before =
          Optional.ofNullable(names.get(last.id()))
              .map(holder -> counted.getOrDefault(last.id(), Map.of()).get(holder));
      if (before.filter(last.until()::isBefore).isEmpty()) {
        names.put(last.id(), name);
      }
    }
    servers.forEach(server -> count(name, server.id(), server.until()));
  }

  /**
   * Claims the server that answers under a name, and no other one from now on: the one that it
   * stood for before is free.
   *
   * @return until when another name counted it, by the server's clock; empty if none has
   * @throws ServerException if another name stands for it
   */
  public synchronized Optional<Instant> claim(String name, ServerIdentity identity)
      throws ServerException {
    String id = identity.id();
    names.entrySet().removeIf(held -> held.getValue().equals(name) && !held.getKey().equals(id));
    String holder = names.getOrDefault(id, name);
    if (!holder.equals(name)) {
      throw new ServerException(
          ServerProblem.DUPLICATE,
          "the same server answers as for "
              + holder
              + " ("
              + id
              + "), which counts it; two urls lead to it, or one is a reader endpoint. Give each"
              + " server its own url, or leave "
              + name
              + " out");
    }
    names.put(id, name);
    return latestBut(name, id);
  }

  /** Notes that a name counts the server that it has claimed, until a time of the server. */
  public synchronized void count(String name, String id, Instant until) {
    counted
        .computeIfAbsent(id, some -> new HashMap<>())
        .merge(name, until, (one, other) -> one.isAfter(other) ? one : other);
  }

  private Optional<Instant> latestBut(String name, String id) {
    return counted.getOrDefault(id, Map.of()).entrySet().stream()
        .filter(one -> !one.getKey().equals(name))
        .map(Map.Entry::getValue)
        .max(Instant::compareTo);
  }
}
