package dev.watershed.collector.server.topology;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import java.util.HashMap;
import java.util.Map;

/**
 * Which name stands for which server: one each, so that nothing is counted twice. Who claims a
 * server first has it. Thread-safe.
 */
public final class IdentityClaims {

  private final Map<String, String> names = new HashMap<>();

  /**
   * Claims the server that answers under a name, and no other one from now on.
   *
   * @throws ServerException if it answers under another name as well
   */
  public synchronized void claim(String name, ServerIdentity identity) throws ServerException {
    String holder = names.getOrDefault(identity.id(), name);
    if (!holder.equals(name)) {
      throw new ServerException(
          ServerProblem.DUPLICATE,
          "the same server answers as for "
              + holder
              + " ("
              + identity.id()
              + "), which counts it; two urls lead to it, or one is a reader endpoint. Give each"
              + " server its own url, or leave "
              + name
              + " out");
    }
    names.values().removeIf(name::equals);
    names.put(identity.id(), name);
  }
}
