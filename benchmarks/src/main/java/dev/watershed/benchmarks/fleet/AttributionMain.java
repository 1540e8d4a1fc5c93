package dev.watershed.benchmarks.fleet;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.fleet.watch.AttributionJudge;
import dev.watershed.benchmarks.fleet.watch.JudgedService;
import dev.watershed.benchmarks.fleet.watch.WatchedFleet;
import dev.watershed.cli.config.ConfigurationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs the fleet with {@code collect} beside it, for one seed after the other, and says how often
 * the load of a service in the log lies in the interval that {@code analyze} makes of counters and
 * samples, and how wide these are. With {@code --judge FOLDER...} captures that are there are
 * judged.
 */
public final class AttributionMain {

  private static final String USAGE =
      "--seeds 2 and the options of fleet.FleetMain, or --judge FOLDER...";
  private static final Duration EVERY = Duration.ofSeconds(5);

  private AttributionMain() {}

  /** Runs; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    List<JudgedService> all = new ArrayList<>();
    if (arguments.length > 1 && arguments[0].equals("--judge")) {
      for (String folder : List.of(arguments).subList(1, arguments.length)) {
        all.addAll(judge(Path.of(folder)));
      }
      summary(all);
      return;
    }
    if (arguments.length < 2 || !arguments[0].equals("--seeds")) {
      System.err.println(USAGE + "\n" + FleetOptions.USAGE);
      System.exit(2);
      return;
    }
    int seeds;
    FleetOptions options;
    try {
      seeds = Integer.parseInt(arguments[1]);
      options =
          FleetOptions.parse(
              List.of(arguments).subList(2, arguments.length).toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE + "\n" + FleetOptions.USAGE);
      System.exit(2);
      return;
    }
    for (long seed = options.seed(); seed < options.seed() + seeds; seed++) {
      Path folder = Files.createDirectories(options.out().resolve("seed-" + seed));
      run(options.with(seed, folder));
      all.addAll(judge(folder));
    }
    summary(all);
  }

  private static void run(FleetOptions options) throws Exception {
    FleetPlan plan = FleetPlan.of(options.seed(), options.moves());
    Duration every = options.collectEvery().isZero() ? EVERY : options.collectEvery();
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      Thread stopped = new Thread(servers::close);
      Runtime.getRuntime().addShutdownHook(stopped);
      new FleetCapture(
              plan, options, servers, AttributionMain::say, new WatchedFleet(servers.all(), every))
          .run();
      Runtime.getRuntime().removeShutdownHook(stopped);
    }
  }

  private static List<JudgedService> judge(Path folder) throws Exception {
    Truth truth = TruthReader.read(folder.resolve("truth.json"));
    ServiceMapping mapping = ConfigurationReader.read("watershed.yaml", folder).services();
    List<JudgedService> services = new ArrayList<>();
    for (AttributionJudge.Judgement server : AttributionJudge.judge(folder, truth, mapping)) {
      services.addAll(server.services());
      say(
          "%s %s: %.1f s counted, %.1f s attributed, %d samples; %d of %d services inside,"
              + " median width %.1f %%; %d of %d accounts inside by the counters",
          folder.getFileName(),
          server.server(),
          server.countedSeconds(),
          server.attributedSeconds(),
          server.samples(),
          server.services().stream().filter(JudgedService::inside).count(),
          server.services().size(),
          100 * medianWidth(server.services()),
          server.agreeing(),
          server.accounts());
      for (JudgedService service : server.services()) {
        if (!service.inside()) {
          say(
              "  outside: %s %.2f %% by the log, %.2f to %.2f %% by samples",
              service.service().isEmpty() ? "(nobody's)" : service.service(),
              100 * service.trueShare(),
              100 * service.estimate().low(),
              100 * service.estimate().high());
        }
      }
    }
    return services;
  }

  private static void summary(List<JudgedService> all) {
    long inside = all.stream().filter(JudgedService::inside).count();
    say(
        "in all: %d of %d inside (%.1f %%), median width %.1f %% of the server's time",
        inside, all.size(), 100.0 * inside / all.size(), 100 * medianWidth(all));
  }

  private static double medianWidth(List<JudgedService> services) {
    double[] widths =
        services.stream().mapToDouble(service -> service.estimate().width()).sorted().toArray();
    return widths.length == 0 ? 0 : widths[widths.length / 2];
  }

  private static void say(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }
}
