package dev.watershed.benchmarks.fleet.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The servers of the fleet.
 *
 * @param all in the order of their names in the catalog
 */
public record FleetServers(List<FleetServer> all) implements AutoCloseable {

  public FleetServers {
    all = List.copyOf(all);
  }

  /** How servers are run. */
  public enum Mode {
    /** The first one is MySQL, the others MariaDB, from local images. */
    DOCKER,
    /** All are MariaDB, as child processes. */
    EMBEDDED
  }

  private static ServerKind kind(Mode mode, int number) {
    return mode == Mode.DOCKER && number == 0 ? ServerKind.MYSQL : ServerKind.MARIADB;
  }

  /** Starts servers of these names. */
  public static FleetServers start(List<String> names, Mode mode) throws IOException {
    List<FleetServer> started = new ArrayList<>();
    try {
      for (String name : names) {
        started.add(
            mode == Mode.DOCKER
                ? ContainerFleetServer.start(name, kind(mode, started.size()))
                : EmbeddedFleetServer.start(name));
      }
      return new FleetServers(started);
    } catch (IOException | RuntimeException e) {
      try {
        new FleetServers(started).close();
      } catch (RuntimeException notClosed) {
        e.addSuppressed(notClosed);
      }
      throw e;
    }
  }

  /** The server of a name. */
  public FleetServer server(String name) {
    return all.stream()
        .filter(server -> server.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no server " + name));
  }

  /** Ends all of them; what keeps one from it does not keep the others. */
  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    for (FleetServer server : all) {
      try {
        server.close();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.get(0);
      failures.subList(1, failures.size()).forEach(first::addSuppressed);
      throw first;
    }
  }
}
