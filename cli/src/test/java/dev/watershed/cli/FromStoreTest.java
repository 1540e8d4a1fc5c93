package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code collect --from-store}: what collectors beside the servers put into their own stores. */
class FromStoreTest {

  @TempDir Path folder;
  private CommandRun run;
  private SimulatedServer first;

  @BeforeEach
  void collectEach() throws IOException {
    run = new CommandRun(folder);
    first = new SimulatedServer(folder.resolve("one.log"), 1);
    SimulatedServer second = new SimulatedServer(folder.resolve("two.log"), 2);
    configure("one.yaml", "one", server("one"));
    configure("two.yaml", "two", server("two"));
    configure("both.yaml", "both", server("one"), server("two"));
    configure("fleet.yaml", "fleet", server("one"), server("two"));
    first.run(200, Duration.ofMinutes(1));
    second.run(100, Duration.ofMinutes(1));
    first.flush();
    second.flush();
  }

  @Test
  void theStoreIsThatOfOneCollectorForAll() throws IOException {
    fine("collect", "-c", "one.yaml", "--log-ended");
    fine("collect", "-c", "two.yaml", "--log-ended");
    take();
    assertThat(run.output()).contains("one: 200 statements in ", "two: 100 ");
    fine("collect", "-c", "both.yaml", "--log-ended");
    assertThat(analysis("fleet.yaml")).isEqualTo(analysis("both.yaml"));
    take();
    assertThat(run.output()).contains("one: 0 statements in 0 windows");
    first.run(50, Duration.ofMinutes(1));
    first.flush();
    fine("collect", "-c", "one.yaml", "--log-ended");
    take();
    assertThat(run.output()).contains("one: 50 statements in ");
    fine("collect", "-c", "both.yaml", "--log-ended");
    assertThat(analysis("fleet.yaml")).isEqualTo(analysis("both.yaml"));
  }

  @Test
  void aServerThatBothCollectedIsRefusedAndHoldsUpNoOther() throws IOException {
    fine("collect", "-c", "one.yaml", "--log-ended");
    fine("collect", "-c", "two.yaml", "--log-ended");
    // The same number of runs, and another log.
    Files.copy(folder.resolve("two.log"), folder.resolve("other.log"));
    configure("fleet.yaml", "fleet", server("one").replace("one.log", "other.log"));
    fine("collect", "-c", "fleet.yaml", "--log-ended");
    run.execute("collect", "-c", "fleet.yaml", "--from-store", "one", "--from-store", "two");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors()).contains("one: one: nothing was taken: ");
    assertThat(run.output()).contains("two: 100 statements in ");
  }

  @Test
  void whatIsNoStoreIsSaid() throws IOException {
    run.execute("collect", "-c", "fleet.yaml", "--from-store", "nowhere");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--from-store nowhere: no such folder");
    Files.createDirectory(folder.resolve("empty"));
    run.execute("collect", "-c", "fleet.yaml", "--from-store", "empty");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors()).contains("empty: ", "there is no store");
    run.execute("collect", "-c", "fleet.yaml", "--from-store", "fleet");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--from-store fleet: that is the store that takes");
    run.execute("collect", "-c", "fleet.yaml", "--from-store", "one", "--every", "60s");
    assertThat(run.errors()).contains("--from-store and --every exclude each other");
  }

  private static String server(String name) {
    return "  - {name: %s, slowLog: %s.log, longQueryTimeSeconds: 0}\n".formatted(name, name);
  }

  private void configure(String file, String store, String... servers) throws IOException {
    Files.writeString(
        folder.resolve(file), "store: " + store + "\nservers:\n" + String.join("", servers));
  }

  private void take() {
    fine("collect", "-c", "fleet.yaml", "--from-store", "one", "--from-store", "two");
  }

  private String analysis(String config) {
    fine("analyze", "-c", config, "--format", "json", "--limit", "0");
    return run.output();
  }

  private void fine(String... arguments) {
    run.execute(arguments);
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }
}
