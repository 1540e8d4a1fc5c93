package dev.watershed.benchmarks.recovery;

import dev.watershed.benchmarks.command.MadeWith;
import dev.watershed.benchmarks.fleet.FleetCapture;
import dev.watershed.benchmarks.fleet.FleetOptions;
import dev.watershed.benchmarks.fleet.PlannedFleet;
import dev.watershed.benchmarks.fleet.config.ConfigurationWriter;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.watch.Watch;
import dev.watershed.benchmarks.proof.Watershed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the fleet without its secondary indexes and foreign keys, asks {@code advise}, and judges
 * what it advises on servers that have both the designers' indexes and the advised ones. What is in
 * the folder from an earlier run without indexes is taken as it is, if that had the same options.
 */
public final class RecoveryMain {

  private RecoveryMain() {}

  /** Runs; the options are those of {@code fleet.FleetMain}; exits with 2 if they are wrong. */
  public static void main(String[] arguments) throws Exception {
    PlannedFleet fleet = PlannedFleet.read(arguments);
    FleetOptions options = fleet.options();
    FleetPlan plan = fleet.plan();
    Path pruned = options.out().resolve("pruned");
    MadeWith made = new MadeWith(pruned, options.ofTheRun());
    if (!made.complete()) {
      prunedRun(plan, options.with(options.seed(), pruned));
      made.write();
    }
    advise(pruned);
    Map<String, List<IndexName>> advised = AdvisedScript.read(pruned.resolve("advice.sql"));
    judge(plan, options.with(options.seed(), options.out().resolve("designed")), pruned, advised);
  }

  private static void prunedRun(FleetPlan plan, FleetOptions options) throws Exception {
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      Watch pruning =
          configuration -> {
            for (FleetServer server : servers.all()) {
              prune(server);
            }
            return () -> {};
          };
      new FleetCapture(plan, options, servers, RecoveryMain::say, pruning).run();
      for (FleetServer server : servers.all()) {
        analyze(server);
      }
      Files.writeString(
          options.out().resolve("advise.yaml"), ConfigurationWriter.writeServers(servers.all()));
      new Watershed(options.out()).run("collect", "-c", "advise.yaml", "--log-ended");
    }
  }

  private static void prune(FleetServer server) throws SQLException {
    try (Connection connection = server.connectAsRoot()) {
      SecondaryIndexes indexes = new SecondaryIndexes(connection, server.kind());
      say("%s: %d indexes and foreign keys dropped", server.name(), indexes.dropAll());
    }
  }

  private static void analyze(FleetServer server) throws SQLException {
    try (Connection connection = server.connectAsRoot()) {
      new SecondaryIndexes(connection, server.kind()).analyzeAll();
    }
  }

  private static void advise(Path folder) throws IOException {
    new Watershed(folder)
        .run(
            "advise",
            "-c",
            "advise.yaml",
            "--format",
            "sql",
            "--source",
            "slowlog",
            "--out",
            "advice.sql");
  }

  private static void judge(
      FleetPlan plan, FleetOptions options, Path pruned, Map<String, List<IndexName>> advised)
      throws Exception {
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      new FleetCapture(plan, options, servers, RecoveryMain::say, Watch.NONE).run();
      for (FleetServer server : servers.all()) {
        List<SampleStatement> log =
            SampledLog.read(options.out().resolve(server.name() + "-slow.log"));
        RecoveryJudge.Judgement judged =
            new RecoveryJudge(server, line -> say("%s", line))
                .judge(
                    advised.getOrDefault(server.name(), List.of()),
                    log,
                    SampledLog.read(pruned.resolve(server.name() + "-slow.log")));
        say(
            "%s: %d of %d needed indexes recovered (%d of %d by the load without them), %d of %d advised used; rows read: %.0f without,"
                + " %.0f with the designers', %.0f with the advised (%.2f times); time %.1f s and"
                + " %.1f s; %d digests slower by half; bytes %d and %d",
            server.name(),
            judged.recovered(),
            judged.needed(),
            judged.recoveredBare(),
            judged.neededBare(),
            judged.used(),
            judged.advised(),
            judged.bareRows(),
            judged.designedRows(),
            judged.advisedRows(),
            judged.advisedRows() / Math.max(1, judged.designedRows()),
            judged.designedSeconds(),
            judged.advisedSeconds(),
            judged.slower(),
            judged.designedBytes(),
            judged.advisedBytes());
      }
    }
  }

  private static void say(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }
}
