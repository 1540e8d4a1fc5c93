package dev.watershed.benchmarks.fleet.traffic;

import dev.watershed.benchmarks.fleet.data.RowCounts;
import dev.watershed.benchmarks.fleet.service.FleetServices;
import dev.watershed.benchmarks.fleet.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All clients of all services. Their connections are open before the run begins and stay open until
 * it has ended, so that a log which is switched on in between shows their statements alone.
 */
public final class Traffic implements AutoCloseable {

  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Scheduled> clients = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final Duration duration;

  private record Scheduled(Client client, List<Arrival> arrivals) {}

  /** Where connections come from. */
  @FunctionalInterface
  public interface Connector {
    /** Opens a connection as the service. */
    Connection connect(Service service) throws SQLException;
  }

  private Traffic(Duration duration) {
    this.duration = duration;
  }

  /**
   * Opens all connections.
   *
   * @param rateFactor times the services' own rates
   */
  public static Traffic open(
      FleetServices services,
      RowCounts rows,
      Duration duration,
      double rateFactor,
      long seed,
      Connector connector)
      throws SQLException {
    Traffic traffic = new Traffic(duration);
    try {
      for (Service service : services.all()) {
        for (int i = 0; i < service.pool(); i++) {
          traffic.add(service, i, services, rows, rateFactor, seed, connector);
        }
      }
      return traffic;
    } catch (SQLException e) {
      traffic.close();
      throw e;
    }
  }

  private void add(
      Service service,
      int number,
      FleetServices services,
      RowCounts rows,
      double rateFactor,
      long seed,
      Connector connector)
      throws SQLException {
    long own = seed * 1_000_003 + service.name().hashCode() * 31L + number;
    List<Arrival> arrivals =
        Schedule.of(service, number, duration.toMillis() / 1e3, rateFactor, new Random(own));
    Map<String, Client.Delegate> delegates = new HashMap<>();
    for (String name : delegates(service)) {
      Service other = services.service(name);
      delegates.put(name, new Client.Delegate(other, sender(other, connector)));
    }
    clients.add(
        new Scheduled(
            new Client(
                service,
                sender(service, connector),
                delegates::get,
                new ClientDraw(rows, new Random(~own))),
            arrivals));
  }

  private Sender sender(Service service, Connector connector) throws SQLException {
    Connection connection = connector.connect(service);
    connections.add(connection);
    return new Sender(connection);
  }

  private static List<String> delegates(Service service) {
    return service.actions().stream()
        .flatMap(action -> action.queries())
        .flatMap(query -> query.via().stream())
        .distinct()
        .toList();
  }

  /** How many connections are open. */
  public int connections() {
    return connections.size();
  }

  /** How many actions will happen. */
  public int actions() {
    return clients.stream().mapToInt(client -> client.arrivals().size()).sum();
  }

  /**
   * Runs all clients through their schedules to the end, however long that takes; a client that is
   * late goes on at once.
   */
  public TrafficCounts run() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      long start = System.nanoTime();
      List<Future<TrafficCounts>> running = new ArrayList<>();
      for (Scheduled client : clients) {
        running.add(threads.submit(() -> run(client, start)));
      }
      List<TrafficCounts> counts = new ArrayList<>();
      for (Future<TrafficCounts> each : running) {
        counts.add(each.get());
      }
      return TrafficCounts.sum(counts);
    } finally {
      threads.shutdownNow();
    }
  }

  private TrafficCounts run(Scheduled client, long start)
      throws SQLException, InterruptedException {
    for (Arrival arrival : client.arrivals()) {
      long due = start + (long) (arrival.elapsed() * duration.toNanos());
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Thread.sleep((long) (wait / NANOS_PER_SECOND * 1e3));
      }
      client.client().act(arrival.action(), arrival.elapsed() >= Phase.DEPLOYMENT);
    }
    return client.client().counts();
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
