package dev.watershed.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.Contexts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {

  private static final Path FILE = Path.of("batch.prom");
  private static final List<String> COMMANDS = List.of("report", "check", "snapshot", "advise");
  private static final int RUNS = 20;

  @TempDir private Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private CommandContext context() {
    return Contexts.of(folder, errors);
  }

  private void runs(String command) throws CommandException {
    for (int run = 0; run < RUNS; run++) {
      MetricsFile.add(
          context(),
          FILE,
          new RunOutcome(command + (char) ('a' + run), Instant.EPOCH, Duration.ZERO, 0, List.of()));
    }
  }

  /** Each keeps the values of the others, which it reads before it writes. */
  @Test
  void commandsThatEndAtTheSameTimeLoseNoValue() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COMMANDS.size());
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (String command : COMMANDS) {
        ends.add(
            threads.submit(
                () -> {
                  runs(command);
                  return command;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(StrictMetrics.read(Files.readAllBytes(folder.resolve(FILE))))
        .hasSize(COMMANDS.size() * RUNS * 4);
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void withoutALockItIsWrittenAndThatIsSaid() throws IOException, CommandException {
    Files.createDirectory(folder.resolve(".batch.prom.lock"));
    runs("report");
    assertThat(StrictMetrics.read(Files.readAllBytes(folder.resolve(FILE)))).hasSize(RUNS * 4);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("written without the lock");
  }
}
