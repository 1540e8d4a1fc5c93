package dev.watershed.analyzer.index.result;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.advice.Advice;
import dev.watershed.analyzer.index.advice.IndexAdvisor;
import dev.watershed.analyzer.index.advice.PlannedDrops;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.redundancy.AwaitedIndexes;
import dev.watershed.analyzer.index.redundancy.SuperfluousIndexes;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.value.LowValueIndexes;
import dev.watershed.analyzer.understanding.CatalogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Index advice for one set of data.
 *
 * @param input what it rests on
 */
public record Advising(AdvisorInput input, ServerAdvice advice) {

  public Advising {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(advice, "advice");
  }

  /**
   * Reads the statements, and advises.
   *
   * @param reader says what statements do, as they are read with the catalog of the data
   */
  public static Advising of(DataSet data, AdvisorOptions options, CatalogReader reader) {
    AdvisorInput input = AdvisorInput.of(data, reader);
    Advice advice = advice(input, options);
    return new Advising(
        input, ServerAdviceMaker.make(data, input, advice.indexes(), advice.rewrites()));
  }

  /** What can be carried out together. */
  static Advice advice(AdvisorInput input, AdvisorOptions options) {
    Workbench workbench = Workbench.of(input.server());
    List<IndexAdvice> superfluous =
        SuperfluousIndexes.of(input.server(), input.usage(), input.hinted());
    Advice advised =
        new IndexAdvisor(options)
            .advise(input.server(), workbench, input.hinted(), new PlannedDrops(superfluous));
    List<IndexAdvice> indexes = new ArrayList<>(advised.indexes());
    indexes.addAll(superfluous);
    indexes.addAll(LowValueIndexes.of(input, workbench, indexes));
    return new Advice(AwaitedIndexes.kept(indexes, advised.rewrites()), advised.rewrites());
  }
}
