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
      started.forEach(FleetServer::close);
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

  @Override
  public void close() {
    all.forEach(FleetServer::close);
  }
}
