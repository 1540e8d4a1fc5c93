package dev.watershed.benchmarks.index;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.selection.Selection;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.Set;
import java.util.stream.IntStream;

/** What a look at single columns brings: the best index of one column each time. */
final class SingleColumnGreedy implements Selection {

  @Override
  public Set<Integer> choose(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    return Greedy.choose(
        workbench,
        IntStream.range(0, workbench.candidates().size())
            .filter(place -> workbench.candidates().get(place).parts().size() == 1)
            .boxed()
            .toList(),
        options);
  }
}
