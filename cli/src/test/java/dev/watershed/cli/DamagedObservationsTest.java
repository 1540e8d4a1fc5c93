package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.StoreWindows;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Execution;
import dev.watershed.workload.Origin;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A window whose statements do not count, because the slow log shows them, and which is damaged.
 */
class DamagedObservationsTest {

  private static final Instant SLOT = Instant.parse("2026-11-23T10:00:00Z");
  private static final String STORE = "kept";

  @TempDir private Path folder;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]
        services: [{name: market, match: {users: [svc_market]}}]
        """);
    try (StoreWriter store = StoreWriter.open(new LocalStoreFiles(folder.resolve(STORE)), "")) {
      StoreWindows windows = new StoreWindows(store, "test");
      windows.put(window("slowlog"));
      windows.put(window("perfschema"));
    }
  }

  private static CollectedWindow window(String source) {
    return new CollectedWindow(
        "booking-1",
        source,
        1,
        SLOT,
        SLOT,
        SLOT.plusSeconds(100),
        statements(source),
        Observations.NONE,
        new byte[0]);
  }

  private static Workload statements(String source) {
    Fingerprint select = Fingerprints.of("SELECT a FROM m.orders WHERE b = 1", SqlMode.standard());
    WorkloadBuilder statements = new WorkloadBuilder(WorkloadBounds.standard());
    int text = statements.defineText(select.digest(), select.text(), false);
    int origin = statements.originIndex(new Origin("svc_market", "", List.of()));
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(1_000);
    execution.endedAtMicros(SLOT.plusSeconds(1).getEpochSecond() * 1_000_000);
    execution.keys(text, WorkloadBuilder.NO_SCHEMA, origin);
    statements.add(execution);
    return statements.build(
        List.of(new SourceFile(source, 0, 1, 0)), OptionalDouble.of(0), sample -> "");
  }

  /** Turns a bit round in the window that the counters have shown. */
  private void damage() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(STORE))) {
      Path window =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("perfschema"))
              .findFirst()
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(window);
      bytes[bytes.length * 3 / 4] ^= 1;
      Files.write(window, bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"analyze", "analyze --coupling", "advise", "snapshot --out small.snapshot"})
  void isNamedAndTheRestIsDone(String command) throws IOException {
    CommandRun run = new CommandRun(folder);
    run.execute((command + " -c watershed.yaml").split(" ", -1));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.errors()).contains("booking-1 is shown by slowlog");
    damage();
    run.execute((command + " -c watershed.yaml").split(" ", -1));
    assertThat(run.errors()).contains("left out: ").contains("perfschema");
    assertThat(run.exitCode()).isEqualTo(4);
  }
}
