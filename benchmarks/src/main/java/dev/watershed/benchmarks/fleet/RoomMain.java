package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.config.ConfigurationWriter;
import dev.watershed.benchmarks.fleet.month.Month;
import dev.watershed.benchmarks.fleet.month.Presence;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.proof.Watershed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Runs the fleet, plays its logs as two days, and lets {@code analyze --neighbours} and {@code
 * plan} say what the servers have room for, while these run and tell sizes, settings and counters.
 */
public final class RoomMain {

  private static final String USAGE = "[--cpus 8] [--pool 4] and the options of fleet.FleetMain";
  private static final int DAYS = 2;
  private static final int PARTS_PER_HOUR = 2;
  private static final double PER_MONTH = 100_000;

  private RoomMain() {}

  /** Runs; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    double cpus = 8;
    double poolGiB = 4;
    int first = 0;
    FleetOptions options;
    try {
      while (first + 1 < arguments.length
          && List.of("--cpus", "--pool").contains(arguments[first])) {
        double value = Double.parseDouble(arguments[first + 1]);
        cpus = arguments[first].equals("--cpus") ? value : cpus;
        poolGiB = arguments[first].equals("--pool") ? value : poolGiB;
        first += 2;
      }
      options =
          FleetOptions.parse(
              List.of(arguments).subList(first, arguments.length).toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE + "\n" + FleetOptions.USAGE);
      System.exit(2);
      return;
    }
    FleetPlan plan = FleetPlan.of(options.seed(), options.moves());
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      Thread stopped = new Thread(servers::close);
      Runtime.getRuntime().addShutdownHook(stopped);
      new FleetCapture(plan, options, servers, RoomMain::say).run();
      Path days = options.out().resolve("days");
      LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS + 1);
      Month.write(options.out(), days, start, DAYS, PARTS_PER_HOUR, Presence.ALL);
      Files.writeString(
          days.resolve("room.yaml"),
          ConfigurationWriter.writeRoom(plan, servers.all(), cpus, poolGiB, PER_MONTH));
      judge(days);
      Runtime.getRuntime().removeShutdownHook(stopped);
    }
  }

  /** Two looks at the servers tell how much redo they write. */
  private static void judge(Path days) throws Exception {
    Watershed watershed = new Watershed(days);
    watershed.run("collect", "-c", "room.yaml", "--log-ended");
    watershed.run("collect", "-c", "room.yaml", "--log-ended");
    watershed.run("analyze", "-c", "room.yaml", "--neighbours", "--out", "neighbours.txt");
    watershed.run("plan", "-c", "room.yaml", "--out", "plan.txt");
    say("%s", Files.readString(days.resolve("neighbours.txt")));
    say("%s", Files.readString(days.resolve("plan.txt")));
  }

  private static void say(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }
}
