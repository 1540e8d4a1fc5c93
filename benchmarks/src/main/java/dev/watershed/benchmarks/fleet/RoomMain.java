package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.command.FreshFolder;
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
import java.util.Locale;

/**
 * Runs the fleet, plays its logs as two days, and lets {@code analyze --neighbours} and {@code
 * plan} say what the servers have room for, while these run and tell sizes, settings and counters.
 */
public final class RoomMain {

  private static final int DAYS = 2;
  private static final int PARTS_PER_HOUR = 2;
  private static final double PER_MONTH = 100_000;

  private RoomMain() {}

  /** Runs; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    RoomOptions room;
    try {
      room = RoomOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + RoomOptions.USAGE);
      System.exit(2);
      return;
    }
    FleetOptions options = room.fleet();
    FleetPlan plan = FleetPlan.of(options.seed(), options.moves());
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      Thread stopped = new Thread(servers::close);
      Runtime.getRuntime().addShutdownHook(stopped);
      new FleetCapture(plan, options, servers, RoomMain::say).run();
      Path days = FreshFolder.at(options.out().resolve("days"));
      LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS + 1);
      Month.write(options.out(), days, start, DAYS, PARTS_PER_HOUR, Presence.ALL);
      Files.writeString(
          days.resolve("room.yaml"),
          ConfigurationWriter.writeRoom(
              plan, servers.all(), room.cpus(), room.poolGiB(), PER_MONTH));
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
