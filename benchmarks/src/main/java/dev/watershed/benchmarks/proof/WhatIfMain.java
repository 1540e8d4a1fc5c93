package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.command.FreshFolder;
import dev.watershed.benchmarks.fleet.FleetMain;
import dev.watershed.benchmarks.json.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * {@code WhatIfMain --out FOLDER [--seed 1] [--scale 60s] --move plan.slots=inventory:schedule
 * ...}: what {@code plan --what-if} predicts of a move, from the fleet as it is, against what is
 * counted once the table really is in another schema and with another owner, and the same clients
 * call that one where they named the table. Needs servers, as the fleet does. All statements of the
 * fleet have to name the table with its schema.
 */
public final class WhatIfMain {

  private static final double ALLOWED = 0.2;

  /** A table, the schema it goes to, and the service that owns it there. */
  private record Asked(String table, String schema, String owner) {

    static Asked parse(String text) {
      int equals = text.indexOf('=');
      int colon = text.indexOf(':', equals);
      if (equals < 0 || colon < 0) {
        throw new IllegalArgumentException("--move " + text + ": expected table=schema:owner");
      }
      return new Asked(
          text.substring(0, equals), text.substring(equals + 1, colon), text.substring(colon + 1));
    }

    String yaml() {
      return String.format(
          "format: watershed.moves/1%nmoves:%n  - {moveTables: [%s], owner: %s, schema: %s}%n",
          table, owner, schema);
    }
  }

  private WhatIfMain() {}

  /** Measures; exits with 2 if the arguments are wrong, with 1 if a prediction is too far off. */
  public static void main(String[] arguments) throws Exception {
    String out = "";
    String seed = "1";
    String scale = "60s";
    List<Asked> moves = new ArrayList<>();
    boolean known = arguments.length % 2 == 0;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--out" -> out = arguments[i + 1];
        case "--seed" -> seed = arguments[i + 1];
        case "--scale" -> scale = arguments[i + 1];
        case "--move" -> moves.add(Asked.parse(arguments[i + 1]));
        default -> known = false;
      }
    }
    if (!known || out.isEmpty() || moves.isEmpty()) {
      System.err.println(
          "--out FOLDER [--seed 1] [--scale 60s] --move plan.slots=inventory:schedule ...");
      System.exit(2);
    }
    Path base = FreshFolder.at(Path.of(out, "base"));
    fleet(base, seed, scale);
    Watershed watershed = new Watershed(base);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    boolean near = true;
    for (Asked move : moves) {
      Path moved = FreshFolder.at(Path.of(out, move.table() + "-" + move.schema()));
      fleet(moved, seed, scale, "--move", move.table() + "=" + move.schema());
      near &= judge(move, predicted(watershed, base, move), counted(moved, move));
    }
    System.exit(near ? 0 : 1);
  }

  private static void fleet(Path folder, String seed, String scale, String... more)
      throws Exception {
    List<String> options =
        new ArrayList<>(List.of("--out", folder.toString(), "--seed", seed, "--scale", scale));
    options.addAll(List.of(more));
    FleetMain.main(options.toArray(String[]::new));
  }

  /** Calls in the time that was seen of the data set of the table. */
  private static double predicted(Watershed watershed, Path base, Asked move) throws Exception {
    Files.writeString(base.resolve("moves.yaml"), move.yaml());
    watershed.run(
        "plan",
        "-c",
        "watershed.yaml",
        "--what-if",
        "moves.yaml",
        "--format",
        "json",
        "--out",
        "what-if.json");
    watershed.run(
        "analyze", "-c", "watershed.yaml", "--coupling", "--format", "json", "--out", "c.json");
    JsonNode coupling = JsonNode.read(base.resolve("c.json"));
    String dataSet =
        coupling.list("matrix", cell -> cell).stream()
            .filter(cell -> cell.text("table").equals(move.table()))
            .map(cell -> cell.text("dataSet"))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException(move.table() + " is not in use"));
    double seconds =
        coupling.list("dataSets", set -> set).stream()
            .filter(set -> set.text("name").equals(dataSet))
            .mapToDouble(set -> set.decimal("observedSeconds"))
            .sum();
    return JsonNode.read(base.resolve("what-if.json"))
            .list("steps", step -> step.decimal("callsPerSecond"))
            .get(0)
        * seconds;
  }

  /** What others than the owner called. */
  private static long counted(Path moved, Asked move) throws Exception {
    return JsonNode.read(moved.resolve("truth.json")).list("calls", call -> call).stream()
        .filter(call -> call.text("to").equals(move.owner()))
        .mapToLong(call -> call.number("count"))
        .sum();
  }

  private static boolean judge(Asked move, double predicted, long counted) {
    double off = predicted / counted - 1;
    System.out.printf(
        Locale.ROOT,
        "%s to %s of %s: predicted %.0f calls, counted %d, off by %.1f%%%n",
        move.table(),
        move.schema(),
        move.owner(),
        predicted,
        counted,
        100 * off);
    return Math.abs(off) <= ALLOWED;
  }
}
