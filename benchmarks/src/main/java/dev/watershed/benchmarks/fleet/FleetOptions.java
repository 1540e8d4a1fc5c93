package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.service.Moves;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the fleet is asked for.
 *
 * @param out the folder of the capture
 * @param seed of plan and clients
 * @param duration how long the clients run
 * @param rateFactor times the services' own rates
 * @param rowFactor times the tables' own rows
 * @param servers how servers are run
 * @param moves tables to be moved to other schemas first
 * @param keepFor how long the servers stay after the run
 * @param collectEvery how often the servers are sampled while the clients run; zero for never
 */
public record FleetOptions(
    Path out,
    long seed,
    Duration duration,
    double rateFactor,
    double rowFactor,
    FleetServers.Mode servers,
    Moves moves,
    Duration keepFor,
    Duration collectEvery) {

  public static final String USAGE =
      "--out FOLDER [--seed 1] [--scale 60s] [--rate 1] [--rows 1] [--servers docker|embedded]"
          + " [--move schema.table=schema]... [--keep 0s] [--collect 0s]";

  public FleetOptions {
    require("--scale", duration.toMillis());
    require("--rate", rateFactor);
    require("--rows", rowFactor);
  }

  private static void require(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be above 0: " + value);
    }
  }

  /** The same with another seed, into another folder. */
  public FleetOptions with(long otherSeed, Path folder) {
    return new FleetOptions(
        folder, otherSeed, duration, rateFactor, rowFactor, servers, moves, keepFor, collectEvery);
  }

  /** What makes two runs differ: all but where it goes, who watches and how long servers stay. */
  public List<String> ofTheRun() {
    return List.of(
        "--seed " + seed,
        "--scale " + duration,
        "--rate " + rateFactor,
        "--rows " + rowFactor,
        "--servers " + servers,
        "--move " + new TreeMap<>(moves.places()));
  }

  /**
   * Reads options of the command line.
   *
   * @throws IllegalArgumentException if they are wrong
   */
  public static FleetOptions parse(String... arguments) {
    Optional<Path> out = Optional.empty();
    long seed = 1;
    Duration duration = Duration.ofSeconds(60);
    double rate = 1;
    double rows = 1;
    FleetServers.Mode servers = FleetServers.Mode.DOCKER;
    Moves moves = Moves.NONE;
    Duration keep = Duration.ZERO;
    Duration collect = Duration.ZERO;
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      String value = arguments[i + 1];
      switch (name) {
        case "--out" -> out = Optional.of(Path.of(value));
        case "--seed" -> seed = seed(value);
        case "--scale" -> duration = duration(name, value);
        case "--rate" -> rate = number(name, value);
        case "--rows" -> rows = number(name, value);
        case "--servers" -> servers = mode(value);
        case "--move" -> moves = moves.with(value);
        case "--keep" -> keep = duration(name, value);
        case "--collect" -> collect = duration(name, value);
        default -> throw new IllegalArgumentException("what is " + name + "?");
      }
    }
    Path folder = out.orElseThrow(() -> new IllegalArgumentException("--out FOLDER is missing"));
    return new FleetOptions(folder, seed, duration, rate, rows, servers, moves, keep, collect);
  }

  private static FleetServers.Mode mode(String value) {
    return switch (value) {
      case "docker" -> FleetServers.Mode.DOCKER;
      case "embedded" -> FleetServers.Mode.EMBEDDED;
      default ->
          throw new IllegalArgumentException("--servers is docker or embedded, not " + value);
    };
  }

  private static long seed(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--seed: expected a whole number, not " + value, e);
    }
  }

  private static double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": expected a number, not " + value, e);
    }
  }

  private static Duration duration(String name, String value) {
    try {
      return Duration.parse("PT" + value.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + ": expected a time such as 90s, 5m or 1h, not " + value, e);
    }
  }
}
