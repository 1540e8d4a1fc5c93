package dev.watershed.benchmarks.rules;

import dev.watershed.benchmarks.command.FreshFolder;
import dev.watershed.benchmarks.fleet.month.Month;
import dev.watershed.benchmarks.fleet.month.Presence;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.benchmarks.proof.Watershed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * {@code PlantedVerdictsMain --fleet FOLDER}: whether each case that is planted in a fleet of
 * {@code fleet.FleetMain} is reported by its rule, traps are left alone, and a second run gives the
 * same bytes. Where the fleet was watched while it ran ({@code --collect 5s}), with what its
 * servers told of rows and use. Its logs are also played as two days, before and after the
 * deployment. Writes {@code planted} into the folder, anew each time.
 */
public final class PlantedVerdictsMain {

  private static final Set<Integer> JUDGED = Set.of(0, 1, 3);
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final int DAYS = 2;
  private static final int PARTS_PER_HOUR = 2;

  private PlantedVerdictsMain() {}

  /** Judges; exits with 1 where a run shows something that is missed, with 2 without a fleet. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !arguments[0].equals("--fleet")) {
      System.err.println("--fleet FOLDER");
      System.exit(2);
      return;
    }
    Path fleet = Path.of(arguments[1]);
    Truth truth = TruthReader.read(fleet.resolve("truth.json"));
    boolean watched = Files.isDirectory(fleet.resolve("workload"));
    Path folder = FreshFolder.at(fleet.resolve("planted"));
    configure(fleet, folder, watched);
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "usual.yaml", "--log-ended");
    check(watershed, "usual.yaml", "first.json");
    check(watershed, "usual.yaml", "second.json");
    check(watershed, "lower.yaml", "lower.json", "--no-record");
    PlantedVerdicts now = verdicts(folder.resolve("lower.json"));
    PlantedVerdicts deployed = deployed(fleet, folder.resolve("days"));
    int missed = 0;
    for (PlantedRules.Needs needs : PlantedRules.Needs.values()) {
      if (watched || needs != PlantedRules.Needs.SERVERS) {
        int lacking = cases(truth, needs, needs == PlantedRules.Needs.DAYS ? deployed : now);
        missed += needs == PlantedRules.Needs.MORE ? 0 : lacking;
      }
    }
    missed += traps(truth, verdicts(folder.resolve("first.json")));
    boolean same =
        Arrays.equals(
            Files.readAllBytes(folder.resolve("first.json")),
            Files.readAllBytes(folder.resolve("second.json")));
    System.out.println("a second run: " + (same ? "the same bytes" : "other bytes"));
    System.exit(missed == 0 && same ? 0 : 1);
  }

  /**
   * Writes the configurations. What servers told of their tables is not to be followed by dumps,
   * which know less.
   */
  private static void configure(Path fleet, Path folder, boolean watched) throws IOException {
    String store = watched ? "../workload" : "workload";
    String text =
        Files.readString(fleet.resolve("watershed.yaml"))
            .replaceAll("(slowLog|catalog): ", "$1: ../");
    String usual =
        "store: " + store + "\n" + (watched ? text.replaceAll(", catalog: [^},]+", "") : text);
    Files.writeString(folder.resolve("usual.yaml"), usual);
    Files.writeString(folder.resolve("lower.yaml"), usual + PlantedRules.LOWER_FLOORS);
  }

  /** The day after the deployment, compared with the one before. */
  private static PlantedVerdicts deployed(Path fleet, Path days) throws IOException {
    Month.write(fleet, days, FIRST, DAYS, PARTS_PER_HOUR, Presence.ALL);
    Files.writeString(
        days.resolve("lower.yaml"),
        Files.readString(days.resolve("watershed.yaml")) + PlantedRules.LOWER_FLOORS);
    Watershed watershed = new Watershed(days);
    watershed.run("collect", "-c", "lower.yaml", "--log-ended");
    String since = FIRST.plusDays(1).toString();
    String until = FIRST.plusDays(DAYS).toString();
    check(
        watershed,
        "lower.yaml",
        "deployed.json",
        "--no-record",
        "--since",
        since,
        "--until",
        until,
        "--base",
        FIRST + "/" + since);
    return verdicts(days.resolve("deployed.json"));
  }

  private static void check(
      Watershed watershed, String configuration, String out, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("check", "-c", configuration, "--format", "json", "--out", out));
    arguments.addAll(List.of(options));
    watershed.runEnding(JUDGED, arguments.toArray(String[]::new));
  }

  private static PlantedVerdicts verdicts(Path file) throws IOException {
    return PlantedVerdicts.of(JsonNode.read(file));
  }

  /** How many are missed. */
  private static int cases(Truth truth, PlantedRules.Needs needs, PlantedVerdicts verdicts) {
    List<PlantedRules.Expected> expected =
        PlantedRules.EXPECTED.stream().filter(each -> each.needs() == needs).toList();
    int missed = 0;
    for (PlantedRules.Expected each : expected) {
      if (!verdicts.reported(PlantedVerdicts.planted(truth, each.id()), each.rule())) {
        missed++;
        System.out.printf("  missed: %s by %s%n", each.id(), each.rule());
      }
    }
    System.out.printf(
        "%s: %d of %d cases are reported by their rules%n",
        needs, expected.size() - missed, expected.size());
    return missed;
  }

  /** How many are stepped into. */
  private static int traps(Truth truth, PlantedVerdicts verdicts) {
    int stepped = 0;
    for (String id : PlantedRules.TRAPS.keySet().stream().sorted().toList()) {
      Truth.Case planted = PlantedVerdicts.planted(truth, id);
      for (String rule : PlantedRules.TRAPS.get(id)) {
        if (verdicts.reported(planted, rule)) {
          stepped++;
          System.out.printf("  stepped into: %s by %s%n", id, rule);
        }
      }
    }
    System.out.printf("traps: %d, stepped into %d times%n", PlantedRules.TRAPS.size(), stepped);
    return stepped;
  }
}
