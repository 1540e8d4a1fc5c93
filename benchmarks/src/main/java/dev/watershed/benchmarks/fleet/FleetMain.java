package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.watch.Watch;
import dev.watershed.benchmarks.fleet.watch.WatchedFleet;
import java.util.Locale;

/** Runs the simulated fleet and writes what its servers logged, with the truth beside it. */
public final class FleetMain {

  private FleetMain() {}

  /** Runs; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    PlannedFleet fleet = PlannedFleet.read(arguments);
    FleetOptions options = fleet.options();
    FleetPlan plan = fleet.plan();
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      Thread stopped = new Thread(servers::close);
      Runtime.getRuntime().addShutdownHook(stopped);
      run(plan, options, servers);
      Runtime.getRuntime().removeShutdownHook(stopped);
    }
  }

  private static void run(FleetPlan plan, FleetOptions options, FleetServers servers)
      throws Exception {
    Watch watch =
        options.collectEvery().isZero()
            ? Watch.NONE
            : new WatchedFleet(servers.all(), options.collectEvery());
    new FleetCapture(plan, options, servers, FleetMain::say, watch).run();
    if (!options.keepFor().isZero()) {
      for (FleetServer server : servers.all()) {
        say(
            "%s: %s user watershed or root, password %s",
            server.name(), server.url(), FleetServer.PASSWORD);
      }
      say("kept for %d s", options.keepFor().toSeconds());
      Thread.sleep(options.keepFor().toMillis());
    }
  }

  private static void say(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }
}
