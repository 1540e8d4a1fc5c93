package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Servers of one configuration, the collector that samples them, and what is in its store. */
final class Fleet {

  /** The configuration in the folder of the fleet. */
  static final String CONFIGURATION = "watershed.yaml";

  private final Path folder;
  private final String store;
  private final CommandRun run;
  private final List<String> servers = new ArrayList<>();

  Fleet(Path folder) {
    this(folder, "workload");
  }

  /**
   * @param store its folder, relative to the other one
   */
  Fleet(Path folder, String store) {
    this.folder = folder;
    this.store = store;
    this.run = new CommandRun(folder).clock(Clock.systemUTC());
  }

  /** Adds a server that is reached directly, by the account with every privilege. */
  Fleet add(String name, LiveServer server) throws IOException {
    return add(name, LiveAddress.url(server), LiveServer.USER, LiveServer.PASSWORD);
  }

  /** Adds a server. */
  Fleet add(String name, String url, String user, String password) throws IOException {
    Files.writeString(folder.resolve(name + ".password"), password + "\n");
    servers.add(
        "  - {name: %s, url: '%s', user: %s, password: '${file:%s.password}'}"
            .formatted(name, url, user, name));
    Files.writeString(
        folder.resolve(CONFIGURATION),
        "store: " + store + "\nservers:\n" + String.join("\n", servers) + "\n");
    return this;
  }

  Path folder() {
    return folder;
  }

  /** Collects; returns the exit code. */
  int collect(String... more) {
    List<String> arguments = new ArrayList<>(List.of("collect", "-c", CONFIGURATION));
    arguments.addAll(List.of(more));
    run.execute(arguments.toArray(String[]::new));
    return run.exitCode();
  }

  /** Collects from all servers without a failure. */
  void collectAll() {
    assertThat(collect()).as(errors()).isZero();
  }

  /** What the last collector said. */
  String errors() {
    return run.errors();
  }

  /** What it put on standard output. */
  String output() {
    return run.output();
  }

  /** How often a statement ran, by all windows of a server. */
  long calls(String server, Marked statement) throws IOException {
    return sum(server, statement, Measure.CALLS);
  }

  /** The sum of a measure of a statement. */
  long sum(String server, Marked statement, Measure measure) throws IOException {
    Workload workload = workload(server);
    StatementTable table = workload.statements();
    long sum = 0;
    for (int row = 0; row < table.size(); row++) {
      if (statement.is(workload.texts().get(table.textIndex(row)).fingerprint())) {
        sum += table.value(row, measure);
      }
    }
    return sum;
  }

  /** How often something is in the quality of a server's windows. */
  long issues(String server, IssueReason reason) throws IOException {
    return workload(server).quality().count(reason);
  }

  /** What all windows of a server show. */
  Workload workload(String server) throws IOException {
    try (StoreSnapshot snapshot = snapshot(server)) {
      StoreSnapshot.Merged merged = snapshot.merge(WorkloadBounds.standard());
      assertThat(merged.skipped()).isEmpty();
      return merged.workload();
    }
  }

  /** What they show besides statements. */
  Observations observations(String server) throws IOException {
    try (StoreSnapshot snapshot = snapshot(server)) {
      return snapshot.observations(ObservationBounds.standard()).servers().get(server);
    }
  }

  /** How many windows of a server are in place. */
  int windows(String server) throws IOException {
    try (StoreSnapshot snapshot = snapshot(server)) {
      return snapshot.windows().size();
    }
  }

  private StoreSnapshot snapshot(String server) throws IOException {
    return Store.open(new LocalStoreFiles(folder.resolve(store)))
        .snapshot(new WindowFilter(Set.of(server), Set.of(), Instant.MIN, Instant.MAX));
  }

  /** A user is told of it: the analysis of all servers names the issue. */
  void assertAnalysisNames(IssueReason reason) {
    run.execute("analyze", "-c", CONFIGURATION, "--format", "json");
    assertThat(run.exitCode()).as(run.errors()).isIn(0, 3);
    assertThat(run.output().replaceAll("\\s", ""))
        .contains("{\"reason\":\"" + reason.key().replace(" ", "") + "\",\"count\":");
  }
}
