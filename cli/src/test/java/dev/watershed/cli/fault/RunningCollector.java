package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.command.CollectCommand;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.Termination;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** {@code collect --every 1s}, going on while something happens to its servers. */
final class RunningCollector implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;
  private static final int PAUSE_MILLIS = 50;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final Termination termination = Termination.install();
  private final CompletableFuture<Integer> exitCode;

  private RunningCollector(Fleet fleet, Clock clock) {
    CommandContext context =
        new CommandContext(
            new ByteArrayInputStream(new byte[0]),
            output,
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            false,
            Map.of(),
            fleet.folder(),
            Optional.of(fleet.folder()),
            clock);
    CollectCommand command = new CollectCommand(context, LocalStoreFiles::new, () -> termination);
    exitCode =
        CompletableFuture.supplyAsync(
            () -> new CommandLine(command).execute("-c", Fleet.CONFIGURATION, "--every", "1s"),
            work -> new Thread(work, "collector").start());
  }

  /** Starts it. */
  static RunningCollector start(Fleet fleet) {
    return start(fleet, Clock.systemUTC());
  }

  /** Starts it with another clock. */
  static RunningCollector start(Fleet fleet, Clock clock) {
    return new RunningCollector(fleet, clock);
  }

  /** Waits until so many whole looks at a server have begun and ended. */
  void awaitLooks(LiveServer server, int more) throws Exception {
    long before = looks(server);
    // The look at hand may have begun before, and the last one has to end.
    await(() -> looks(server) >= before + more + 1, more + " looks");
  }

  private static long looks(LiveServer server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT SUM(COUNT_STAR) FROM performance_schema.events_statements_summary_by_digest"
                    + " WHERE DIGEST_TEXT LIKE 'SELECT%events_statements_summary_by_digest%'"
                    + " AND DIGEST_TEXT LIKE '%SUM_TIMER_WAIT%watershed_sample%'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Waits until it says something on standard error.
   *
   * @param message a regular expression
   */
  void awaitMessage(String message) throws Exception {
    Pattern pattern = Pattern.compile(message);
    await(() -> pattern.matcher(errors()).find(), message);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition, String what) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      assertThat(exitCode).as(errors()).isNotDone();
      assertThat(System.nanoTime()).as("waiting for " + what + "; " + errors()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** Tells it to end, as a signal does; returns the exit code. */
  int stop() throws Exception {
    termination.request();
    return exitCode.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** It has ended, and nothing of a server failed. */
  void assertSound(String server) {
    assertThat(output.toString(StandardCharsets.UTF_8))
        .containsPattern(server + " perfschema: \\d+ statements in \\d+ windows?\n");
  }

  String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    stop();
  }
}
