package dev.watershed.benchmarks.fleet.watch;

import dev.watershed.benchmarks.fleet.config.ConfigurationWriter;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code watershed collect} in a process of its own, which samples the servers of the fleet while
 * its clients run, and ends by SIGTERM as a service does.
 */
public final class WatchedFleet implements Watch {

  /** What a process ends with that put its windows in place after SIGTERM. */
  private static final int TERMINATED = 143;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<FleetServer> servers;
  private final Duration every;

  /**
   * @param servers those of the fleet
   * @param every from sample to sample
   */
  public WatchedFleet(List<FleetServer> servers, Duration every) {
    this.servers = List.copyOf(servers);
    this.every = every;
  }

  @Override
  public Watching begin(Path configuration) throws SQLException, IOException, InterruptedException {
    Path folder = configuration.toAbsolutePath().getParent();
    Path messages = folder.resolve("collect.txt");
    List<String> collect = List.of("collect", "-c", configuration.getFileName().toString());
    int once = start(folder, messages, collect).waitFor();
    if (once != 0) {
      throw failed(once, messages);
    }
    List<String> again = new ArrayList<>(collect);
    again.addAll(List.of("--every", every.toSeconds() + "s"));
    Process process = start(folder, messages, again);
    awaitConnected(process, messages);
    return () -> end(process, messages);
  }

  private static Process start(Path folder, Path messages, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(messages.toFile()));
    builder.environment().put(ConfigurationWriter.PASSWORD_VARIABLE, FleetServer.PASSWORD);
    return builder.start();
  }

  private void awaitConnected(Process process, Path messages)
      throws SQLException, IOException, InterruptedException {
    Instant patient = Instant.now().plus(PATIENCE);
    for (FleetServer server : servers) {
      while (!connected(server)) {
        if (!process.isAlive()) {
          throw failed(process.exitValue(), messages);
        }
        if (Instant.now().isAfter(patient)) {
          process.destroy();
          throw new IOException("nobody watches " + server.name() + ": " + said(messages));
        }
        Thread.sleep(100);
      }
    }
  }

  private static boolean connected(FleetServer server) throws SQLException {
    try (Connection connection = server.connectAsRoot();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE USER = 'watershed'")) {
      rows.next();
      return rows.getInt(1) > 0;
    }
  }

  private static void end(Process process, Path messages) throws IOException, InterruptedException {
    process.destroy();
    int code = process.waitFor();
    if (code != TERMINATED) {
      throw failed(code, messages);
    }
  }

  private static IOException failed(int code, Path messages) throws IOException {
    return new IOException("collect ended with " + code + ": " + said(messages));
  }

  private static String said(Path messages) throws IOException {
    return Files.readString(messages, StandardCharsets.UTF_8);
  }
}
