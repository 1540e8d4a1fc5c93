package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.effect.Effect;
import dev.watershed.benchmarks.fleet.effect.LoadEffects;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.service.Moves;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.cli.config.ConfigurationReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code EffectMain --capture FOLDER [--move schema.table=schema]...}: says which of the cases that
 * are planted in its load a capture really shows. The moves are those that the capture was made
 * with.
 */
public final class EffectMain {

  private EffectMain() {}

  /** Measures; exits with 1 if a case cannot be seen, with 2 without a folder. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2
        || arguments.length % 2 != 0
        || !arguments[0].equals("--capture")
        || IntStream.range(1, arguments.length / 2)
            .anyMatch(pair -> !arguments[2 * pair].equals("--move"))) {
      System.err.println("--capture FOLDER [--move schema.table=schema]...");
      System.exit(2);
      return;
    }
    Path folder = Path.of(arguments[1]);
    Moves moves = Moves.NONE;
    for (int i = 2; i < arguments.length; i += 2) {
      moves = moves.with(arguments[i + 1]);
    }
    Truth truth = TruthReader.read(folder.resolve("truth.json"));
    List<Effect> effects =
        LoadEffects.of(
            FleetPlan.of(truth.seed(), moves).cases(),
            folder,
            truth,
            ConfigurationReader.read("watershed.yaml", folder).services());
    for (Effect effect : effects) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-18s %-34s %10.2f  of %.2f %s",
              effect.id(),
              effect.measured(),
              effect.figure(),
              effect.least(),
              effect.visible() ? "" : "NOT SEEN"));
    }
    System.exit(effects.stream().allMatch(Effect::visible) ? 0 : 1);
  }
}
