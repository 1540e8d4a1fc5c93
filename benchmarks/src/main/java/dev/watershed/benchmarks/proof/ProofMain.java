package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.fleet.FleetCapture;
import dev.watershed.benchmarks.fleet.FleetOptions;
import dev.watershed.benchmarks.fleet.PlannedFleet;
import dev.watershed.benchmarks.fleet.config.ConfigurationWriter;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.fleet.watch.WatchedFleet;
import dev.watershed.benchmarks.json.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs the fleet with all of its designers' indexes while {@code collect} watches, asks {@code
 * advise --verify} on the same servers, and says which of the planted cases are found, which traps
 * are left alone, and whether every index to add proves its gain. Ends with 1 where one does not.
 */
public final class ProofMain {

  private static final Duration LEAST_EVERY = Duration.ofSeconds(5);

  private ProofMain() {}

  /** Runs; the options are those of {@code fleet.FleetMain}; exits with 2 if they are wrong. */
  public static void main(String[] arguments) throws Exception {
    PlannedFleet fleet = PlannedFleet.read(arguments);
    FleetOptions options = fleet.options();
    FleetPlan plan = fleet.plan();
    Proposals proposals;
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      Duration every = options.collectEvery().isZero() ? LEAST_EVERY : options.collectEvery();
      new FleetCapture(
              plan, options, servers, ProofMain::say, new WatchedFleet(servers.all(), every))
          .run();
      proposals = advised(options.out(), servers.all());
    }
    System.exit(judged(proposals, TruthReader.read(options.out().resolve("truth.json"))) ? 0 : 1);
  }

  /** The counters and the catalog were collected meanwhile; the logs are read here. */
  private static Proposals advised(Path folder, List<FleetServer> servers)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("proof.yaml"), ConfigurationWriter.writeServers(servers));
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "proof.yaml", "--log-ended");
    Proposals all = new Proposals(List.of(), List.of());
    for (FleetServer server : servers) {
      String answer = "advise-" + server.name() + ".json";
      watershed.run(
          "advise",
          "-c",
          "proof.yaml",
          "--server",
          server.name(),
          "--source",
          "slowlog",
          "--verify",
          server.url(),
          "--verify-user",
          "root",
          "--verify-despite-traffic",
          "--verify-despite-traffic",
          "--format",
          "json",
          "--out",
          answer);
      all = all.and(Proposals.of(JsonNode.read(folder.resolve(answer))));
    }
    return all;
  }

  private static boolean judged(Proposals proposals, Truth truth) {
    List<Proposal> unproven =
        proposals.indexes().stream()
            .filter(proposal -> !proposal.drops())
            .filter(proposal -> !proposal.verdict().equals(Optional.of("proven")))
            .toList();
    long added = proposals.indexes().stream().filter(proposal -> !proposal.drops()).count();
    say("%d of %d indexes to add are proven", added - unproven.size(), added);
    unproven.forEach(proposal -> say("  not proven: %s", proposal));
    PlantedIndexes planted = new PlantedIndexes(proposals, true);
    int cases = 0;
    int held = 0;
    for (Truth.Case each : truth.cases()) {
      Optional<Boolean> holds = planted.holds(each);
      cases += holds.isPresent() ? 1 : 0;
      held += holds.orElse(false) ? 1 : 0;
      if (!holds.orElse(true)) {
        say("  %s: %s %s", each.trap() ? "in the trap" : "not found", each.id(), each.tables());
      }
    }
    say("%d of %d planted cases and traps hold", held, cases);
    return unproven.isEmpty() && held == cases;
  }

  private static void say(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }
}
