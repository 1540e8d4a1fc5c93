package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.proof.CouplingClaims.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code NoiseMain --example examples/marketplace --out FOLDER --seeds 5}: how many planted
 * couplings are found, and what else is claimed, when some connections or statements are not of
 * whom they seem to be. What is claimed without noise counts as right.
 */
public final class NoiseMain {

  private static final double[] SHARES = {0.05, 0.10};
  private static final String UNCLAIMED = "unattributed-account";

  private final NoisyExample example;
  private final Truth truth;

  private NoiseMain(Path example, Path out) throws IOException {
    this.example = new NoisyExample(example, out);
    this.truth = this.example.truth();
  }

  /** Measures; exits with 2 if the arguments are wrong. */
  public static void main(String[] arguments) throws IOException {
    Options options =
        Options.read(
            arguments,
            "--example FOLDER --out FOLDER [--seeds 5]",
            Set.of("--example", "--out"),
            Set.of("--seeds"));
    new NoiseMain(Path.of(options.text("--example")), Path.of(options.text("--out")))
        .measure(options.number("--seeds", 5));
  }

  private void measure(int seeds) throws IOException {
    NoisyExample.Answer quiet = example.answer(NoiseKind.STRAY, 0, 1);
    say("no noise", quiet, quiet);
    for (NoiseKind kind : NoiseKind.values()) {
      for (double share : SHARES) {
        for (int seed = 1; seed <= seeds; seed++) {
          say(
              String.format(Locale.ROOT, "%s %.0f%% seed %d", kind, share * 100, seed),
              example.answer(kind, share, seed),
              quiet);
        }
      }
    }
  }

  private void say(String name, NoisyExample.Answer answer, NoisyExample.Answer without) {
    CouplingClaims claims = answer.claims();
    CouplingClaims quiet = without.claims();
    PlantedCouplings strict = new PlantedCouplings(claims, truth);
    PlantedCouplings planted = new PlantedCouplings(claims, truth, false);
    Set<List<String>> right =
        quiet.findings().stream().map(NoiseMain::name).collect(Collectors.toSet());
    List<Claim> others =
        claims.findings().stream()
            .filter(claim -> !claim.kind().equals(UNCLAIMED) && !right.contains(name(claim)))
            .toList();
    List<Claim> sure = others.stream().filter(claim -> !claim.occasional()).toList();
    System.out.printf(
        Locale.ROOT,
        "%-27s planted %d of %d (%d with all services), traps %d; kept %d of %d findings, %d as"
            + " occasional; others %d, and %d as occasional %s%n",
        name,
        cases(each -> !each.trap() && planted.holds(each).orElse(false)).size(),
        cases(each -> !each.trap() && planted.holds(each).isPresent()).size(),
        cases(each -> !each.trap() && strict.holds(each).orElse(false)).size(),
        cases(each -> each.trap() && !planted.holds(each).orElse(true)).size(),
        claims.findings().stream().filter(claim -> right.contains(name(claim))).count(),
        right.size(),
        claims.findings().stream()
            .filter(claim -> right.contains(name(claim)) && claim.occasional())
            .count(),
        sure.size(),
        others.size() - sure.size(),
        sure.stream().collect(Collectors.groupingBy(Claim::kind, Collectors.counting())));
    List<String> steps =
        answer.steps().stream().filter(step -> !without.steps().contains(step)).toList();
    System.out.printf(
        Locale.ROOT,
        "    plan: %d of %d steps kept, others %s%n",
        answer.steps().size() - steps.size(),
        without.steps().size(),
        steps);
    List<String> missed = cases(each -> !each.trap() && !planted.holds(each).orElse(true));
    if (!missed.isEmpty()) {
      System.out.println("    missed " + missed);
    }
  }

  private List<String> cases(Predicate<Truth.Case> wanted) {
    return truth.cases().stream().filter(wanted).map(Truth.Case::id).toList();
  }

  /** What makes it the same finding. */
  private static List<String> name(Claim claim) {
    List<String> name = new ArrayList<>(List.of(claim.kind()));
    name.addAll(claim.subject());
    return name;
  }
}
