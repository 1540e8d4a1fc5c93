package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers:
          - {name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}
          - {name: plan-1, slowLog: none}
        """);
    run = new CommandRun(folder);
  }

  @Test
  void whatIsThereIsKeptOnce() throws IOException {
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 1);
    server.run(100, Duration.ofMinutes(5));
    server.flush();
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("booking-1: 99 statements in ").hasLineCount(1);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.output()).isEqualTo("booking-1: 1 statement in 1 window\n");
    run.execute("collect", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.output()).contains("watershed.collect/1").contains("booking-1");
    run.execute("collect", "-c", "watershed.yaml", "--log-ended", "--compact");
    assertThat(run.output()).isEqualTo("booking-1: 0 statements in 0 windows\n");
    assertThat(Files.isDirectory(folder.resolve("kept/windows/booking-1"))).isTrue();
  }

  /** What nobody can read stays where it is, and the run was not whole. */
  @Test
  void aDamagedWindowIsNamedByCompaction() throws IOException {
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 1);
    server.run(100, Duration.ofMinutes(5));
    server.flush();
    run.execute("collect", "-c", "watershed.yaml");
    server.run(100, Duration.ofMinutes(5));
    server.flush();
    run.execute("collect", "-c", "watershed.yaml");
    Path damaged;
    try (Stream<Path> windows = Files.list(folder.resolve("kept/windows/booking-1"))) {
      damaged = windows.sorted().findFirst().orElseThrow();
    }
    Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), 100));
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isZero();
    run.execute("collect", "-c", "watershed.yaml", "--compact");
    assertThat(run.errors())
        .contains("left out of the store: ")
        .contains("" + damaged.getFileName());
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(damaged).exists();
  }

  @Test
  void aLogThatGrowsIsLookedAtAgainAndAgain() throws IOException {
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 1);
    server.run(10, Duration.ofMinutes(5));
    run.clock(Clock.systemUTC());
    run.execute("collect", "-c", "watershed.yaml", "--every", "1s", "--for", "2s");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("booking-1: ");
  }

  @Test
  void aSourceThatFailsIsNamedAndTheOthersAreRead() throws IOException {
    Files.writeString(
        folder.resolve("two.yaml"),
        """
        servers:
          - {name: gone-1, slowLog: gone.log}
          - {name: booking-1, slowLog: slow.log}
        """);
    new SimulatedServer(folder.resolve("slow.log"), 1).run(20, Duration.ofMinutes(1));
    run.execute("collect", "-c", "two.yaml");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains("watershed: gone-1: ")
        .contains("gone.log: no such file")
        .contains("slow_query_log");
    assertThat(run.output())
        .contains("gone-1: 0 statements in 0 windows, failed")
        .contains("booking-1: ");
    assertThat(Files.isDirectory(folder.resolve("workload/windows/booking-1"))).isTrue();
  }

  @Test
  void aDumpIsKeptWhenItChanges() throws IOException {
    Files.writeString(
        folder.resolve("dumps.yaml"),
        """
        servers:
          - {name: booking-1, slowLog: slow.log, catalog: dump.sql}
          - {name: plan-1, catalog: gone.sql}
        """);
    new SimulatedServer(folder.resolve("slow.log"), 1).run(20, Duration.ofMinutes(1));
    Files.writeString(
        folder.resolve("dump.sql"),
        "USE shop;\nCREATE TABLE orders (id int PRIMARY KEY);\nCREATE TABLE t (a int FOO 'x');\n");
    run.execute("collect", "-c", "dumps.yaml");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains("booking-1: dump.sql:3:23: expected an attribute of column 'a', not 'FOO'")
        .contains("plan-1: gone.sql: no such file")
        .hasLineCount(2);
    assertThat(run.output())
        .containsPattern("booking-1 slowlog: [0-9]+ statements in [2-9] windows")
        .contains("booking-1 catalog: 1 table, 1 index in 1 schema, new, 1 gap\n")
        .contains("plan-1: failed (see above)\n");
    run.execute("collect", "-c", "dumps.yaml");
    assertThat(run.errors()).doesNotContain("dump.sql:3");
    assertThat(run.output())
        .contains("booking-1 catalog: 1 table, 1 index in 1 schema, unchanged, 1 gap\n");
    Files.writeString(folder.resolve("dump.sql"), "USE shop;\nCREATE TABLE other (id int);\n");
    run.execute("collect", "-c", "dumps.yaml");
    assertThat(run.output())
        .contains("booking-1 catalog: 1 table, 0 indexes in 1 schema, 1 added, 1 removed\n");
  }

  @Test
  void aSecondCollectorIsTurnedAway() throws IOException {
    new SimulatedServer(folder.resolve("slow.log"), 1).run(20, Duration.ofMinutes(1));
    LocalStoreFiles files = new LocalStoreFiles(folder.resolve("kept"));
    try (StoreWriter other = StoreWriter.open(files, "somebody else")) {
      assertThat(other.skipped()).isEmpty();
      run.execute("collect", "-c", "watershed.yaml");
    }
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("another process writes to this store").contains("kept/lock");
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isZero();
    assertThat(folder.resolve("kept/lock"))
        .content()
        .startsWith("'watershed collect' (process " + ProcessHandle.current().pid() + " on ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          collect                                     | --config
          collect -c nix.yaml                         | nix.yaml: no such file
          collect -c watershed.yaml --for 1h          | --every
          collect -c watershed.yaml --every soon      | 'soon' is no span of time
          collect -c watershed.yaml --every 0s        | '0s' is no span of time
          collect -c watershed.yaml --once --every 5s | exclude each other
          collect -c none.yaml                        | no server has a url, a slowLog that is a file, or a catalog
          collect -c secret.yaml                      | server a: password: the environment has no variable NOT_SET
          """)
  void wrongUsageIsNamed(String arguments, String message) throws IOException {
    Files.writeString(folder.resolve("none.yaml"), "servers: [{name: a, slowLog: none}]\n");
    Files.writeString(
        folder.resolve("secret.yaml"),
        "servers: [{name: a, url: 'jdbc:mysql://a/', password: '${env:NOT_SET}'}]\n");
    run.execute(arguments.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains(message);
  }
}
