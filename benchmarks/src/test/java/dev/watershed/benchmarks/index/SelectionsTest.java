package dev.watershed.benchmarks.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.selection.Extend;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionsTest {

  private static final AdvisorOptions LIMITS = new AdvisorOptions(20L << 20, 5, 0, 0, 0, 0);

  @Test
  void extendSparesNoLessThanTheOthers() {
    double extend = 0;
    double single = 0;
    double autoAdmin = 0;
    for (long seed = 0; seed < 5; seed++) {
      Workbench workbench = Workbench.of(new IndexWorkload(seed, 20, 120).server());
      double nothing = workbench.objective(Set.of());
      Set<Integer> chosen = new Extend().choose(workbench, LIMITS, 1);
      Set<Integer> ofColumns = new SingleColumnGreedy().choose(workbench, LIMITS, 1);
      Set<Integer> ofStatements = new AutoAdmin().choose(workbench, LIMITS, 1);

      for (Set<Integer> each : List.of(chosen, ofColumns, ofStatements)) {
        assertThat(workbench.bytes(each)).isLessThanOrEqualTo(LIMITS.budgetBytes());
        assertThat(workbench.objective(each)).isLessThanOrEqualTo(nothing);
      }
      extend += 1 - workbench.objective(chosen) / nothing;
      single += 1 - workbench.objective(ofColumns) / nothing;
      autoAdmin += 1 - workbench.objective(ofStatements) / nothing;
    }
    assertThat(extend).isGreaterThanOrEqualTo(single).isGreaterThanOrEqualTo(autoAdmin);
  }
}
