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
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server shown by counters, which do not tell whose the time is, and by samples, which do. */
class AnalyzeEstimateTest {

  private static final Instant SLOT = Instant.parse("2026-11-23T10:00:00Z");
  private static final long SECOND = 1_000_000;
  private static final Origin UNKNOWN = new Origin("", "", List.of());
  private static final Fingerprint SELECT =
      Fingerprints.of("SELECT a FROM orders WHERE b = 1", SqlMode.standard());

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void setUp() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers:
          - {name: booking-1, url: 'jdbc:mysql://127.0.0.1:1/', user: watershed}
        services:
          - {name: market, match: {users: [svc_market]}}
          - {name: member, match: {users: [svc_member]}}
        """);
    run = new CommandRun(folder);
  }

  @Test
  void sharesAreEstimatedInTextJsonAndPage() throws IOException {
    put(new Seen("svc_market", 75), new Seen("svc_member", 25));
    run.execute("analyze", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("market about 75.0 %  member about 25.0 %  unattributed about 0 %")
        .containsPattern("\nmarket +75.0 % +1m15s +1m0\\ds – 1m2\\ds +75\n")
        .contains("booking-1: 100 samples stand for 1m40s of 1m40s counted.");

    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--group-by", "service");
    assertThat(run.output().replaceAll("\\s", ""))
        .contains("\"services\":[{\"service\":\"market\",\"calls\":null,\"share\":0.75,")
        .contains("\"attribution\":{\"estimator\":", "\"samples\":100,\"queryTimeSeconds\":100,")
        .contains("\"groups\":[{\"name\":\"market\",\"known\":true,\"calls\":null,\"share\":0.75,");

    run.execute("report", "-c", "watershed.yaml", "--out", "page.html");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(Files.readString(folder.resolve("page.html")))
        .contains("75.0 %")
        .containsPattern(">1m0\\ds – 1m2\\ds<")
        .contains("Estimated by 100 samples of running statements");
  }

  @Test
  void withoutSamplesTheTimeIsNobodys() throws IOException {
    put();
    run.execute("analyze", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("unattributed about 100 %")
        .doesNotContain("market about", "\nmarket ");
    assertThat(run.output().replaceAll("\\s+", " "))
        .contains("booking-1: 1m40s counted, of which no running statement was seen")
        .contains("'collect --every' looks at running statements");
  }

  /** How often an account was seen running the statement. */
  private record Seen(String user, int samples) {}

  /** 100 s of one statement. */
  private void put(Seen... seen) throws IOException {
    WorkloadBuilder statements = new WorkloadBuilder(WorkloadBounds.standard());
    int text = statements.defineText(SELECT.digest(), SELECT.text(), false);
    int origin = statements.originIndex(UNKNOWN);
    Execution execution = new Execution();
    for (int call = 0; call < 100; call++) {
      execution.clear();
      execution.timeMicros(SECOND);
      execution.endedAtMicros(SLOT.plusSeconds(call).getEpochSecond() * SECOND);
      execution.keys(text, WorkloadBuilder.NO_SCHEMA, origin);
      statements.add(execution);
    }
    Workload workload =
        statements.build(
            List.of(new SourceFile("performance_schema", 0, 100, 0)),
            OptionalDouble.of(0),
            sample -> "");
    try (StoreWriter store = StoreWriter.open(new LocalStoreFiles(folder.resolve("kept")), "")) {
      new StoreWindows(store, "test")
          .put(
              new CollectedWindow(
                  "booking-1",
                  "perfschema",
                  1,
                  SLOT,
                  SLOT,
                  SLOT.plusSeconds(100),
                  workload,
                  observed(seen),
                  new byte[0]));
    }
  }

  /** Executions that last as long as an interval: each is seen once. */
  private static Observations observed(Seen... seen) {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    for (Seen some : seen) {
      Attribution.Key key =
          new Attribution.Key(SELECT.digest(), new Origin(some.user(), "", List.of()));
      observed.attribution().add(key, Figure.SAMPLES, some.samples());
      observed.attribution().add(key, Figure.EXECUTIONS, some.samples());
      observed.attribution().add(key, Figure.SAMPLED_MICROS, some.samples() * SECOND);
      observed.attribution().add(key, Figure.COUNT_VARIANCE_MILLIONTHS, some.samples() * SECOND);
    }
    return observed.build();
  }
}
