package dev.watershed.analyzer.index.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.RandomServers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Extend against all subsets of the candidates. */
class ExtendTest {

  private static final int SERVERS = 150;
  private static final int MOST_CANDIDATES = 12;

  /** Everything that spares something pays. */
  private static AdvisorOptions budget(long bytes) {
    return new AdvisorOptions(bytes, 100, 0, 0, 0, 0);
  }

  @Test
  void isNearlyAsGoodAsTheBestOfAllSubsets() {
    int judged = 0;
    int near = 0;
    double worst = 1;
    for (int seed = 0; seed < SERVERS; seed++) {
      Workbench workbench = Workbench.of(RandomServers.of(seed));
      int count = workbench.candidates().size();
      if (count == 0 || count > MOST_CANDIDATES) {
        continue;
      }
      long bytes = allBytes(workbench) / 2;
      Set<Integer> chosen = new Extend().choose(workbench, budget(bytes), 1);
      double nothing = workbench.objective(Set.of());
      double spared = nothing - workbench.objective(chosen);
      double most = nothing - best(workbench, bytes);

      assertThat(workbench.bytes(chosen)).as("bytes of seed %d", seed).isLessThanOrEqualTo(bytes);
      assertThat(spared).as("spared with seed %d", seed).isGreaterThanOrEqualTo(-1e-6 * nothing);
      judged++;
      double part = most <= 1e-9 * nothing ? 1 : spared / most;
      near += part >= 0.95 ? 1 : 0;
      worst = Math.min(worst, part);
    }
    assertThat(judged).isGreaterThan(60);
    assertThat(near).isGreaterThanOrEqualTo((int) (0.95 * judged));
    assertThat(worst).isGreaterThanOrEqualTo(0.8);
  }

  private static long allBytes(Workbench workbench) {
    Set<Integer> all = new TreeSet<>();
    for (int place = 0; place < workbench.candidates().size(); place++) {
      all.add(place);
    }
    return workbench.bytes(all);
  }

  private static double best(Workbench workbench, long budget) {
    double best = Double.MAX_VALUE;
    int count = workbench.candidates().size();
    for (int subset = 0; subset < 1 << count; subset++) {
      Set<Integer> chosen = new TreeSet<>();
      for (int place = 0; place < count; place++) {
        if ((subset & (1 << place)) != 0) {
          chosen.add(place);
        }
      }
      if (workbench.bytes(chosen) <= budget) {
        best = Math.min(best, workbench.objective(chosen));
      }
    }
    return best;
  }

  @Test
  void takesNothingWithoutABudget() {
    AdvisedServer server = RandomServers.of(3);

    assertThat(new Extend().choose(Workbench.of(server), budget(0), 1)).isEmpty();
  }

  @Test
  void takesNoMoreIndexesPerTableThanItMay() {
    for (int seed = 0; seed < 20; seed++) {
      Workbench workbench = Workbench.of(RandomServers.of(seed));
      AdvisorOptions one = new AdvisorOptions(1L << 40, 1, 0, 0, 0, 0);
      Set<Integer> chosen = new Extend().choose(workbench, one, 1);

      assertThat(chosen.stream().map(place -> workbench.candidates().get(place).table()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void choosesWhatItWouldWithoutBookkeeping() {
    AdvisorOptions few = new AdvisorOptions(1L << 50, 2, 0.1, 3, 0.1, 0.01);
    int chosen = 0;
    for (int seed = 0; seed < 40; seed++) {
      Workbench workbench = Workbench.of(RandomServers.of(seed, 3, 10));
      Set<Integer> expected = new PlainExtend(workbench, few, 60).choose();
      chosen += expected.size();

      assertThat(new Extend().choose(workbench, few, 60))
          .as("seed %d", seed)
          .containsExactlyElementsOf(expected);
    }
    assertThat(chosen).isGreaterThan(40);
  }
}
