package dev.watershed.benchmarks.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Clients that send one statement after the other, without a pause, until they are closed. */
final class LoadClients implements AutoCloseable {

  private final AtomicBoolean over = new AtomicBoolean();
  private final LongAdder executed = new LongAdder();
  private final ExecutorService threads;
  private final List<Future<?>> clients = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param digests among how many each statement is chosen
   * @param tables which these read
   */
  LoadClients(MeasuredServer server, int count, int digests, int tables, long seed) {
    this.threads = Executors.newFixedThreadPool(count);
    for (int client = 0; client < count; client++) {
      SplittableRandom random = new SplittableRandom(seed + client);
      clients.add(
          threads.submit(
              () -> {
                work(server, digests, tables, random);
                return null;
              }));
    }
  }

  private void work(MeasuredServer server, int digests, int tables, SplittableRandom random)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.url(), "root", MeasuredServer.PASSWORD);
        Statement statement = connection.createStatement()) {
      while (!over.get()) {
        statement.executeQuery(DigestTraffic.text(random.nextInt(digests), tables)).close();
        executed.increment();
      }
    }
  }

  /**
   * How many statements were answered so far.
   *
   * @throws ExecutionException if a client has failed: fewer than all send
   */
  long executed() throws ExecutionException, InterruptedException {
    for (Future<?> client : clients) {
      if (client.isDone()) {
        client.get();
      }
    }
    return executed.sum();
  }

  @Override
  public void close() throws ExecutionException, InterruptedException {
    over.set(true);
    threads.shutdown();
    for (Future<?> client : clients) {
      client.get();
    }
  }
}
