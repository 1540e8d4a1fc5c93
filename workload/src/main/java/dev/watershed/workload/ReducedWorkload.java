package dev.watershed.workload;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * A workload with less in it: other origins, no minutes, no samples, no names of files. All other
 * figures are what they were; rows that differ in nothing that is left become one.
 */
public final class ReducedWorkload {

  private final Workload source;
  private final WorkloadBuilder builder = new WorkloadBuilder(everything());
  private final int[] origins;
  private final int[] schemas;
  private final int[] texts;

  private ReducedWorkload(Workload source, UnaryOperator<Origin> originOf) {
    this.source = source;
    KeptHashes kept = source.keptHashes();
    // What was lumped by origin has no meaning for other origins.
    builder.lump(
        new KeptHashes(
            kept.texts(),
            kept.schemas(),
            KeptHashes.ALL.origins(),
            kept.transactionClasses(),
            kept.digestSchemas(),
            KeptHashes.ALL.statements(),
            KeptHashes.ALL.transactions()));
    builder.addLumped(
        new LumpedCombinations(
            source.lumpedCombinations().digestSchemas(),
            LongLists.immutable.empty(),
            LongLists.immutable.empty()));
    this.origins = source.origins().stream().map(originOf).mapToInt(builder::originIndex).toArray();
    this.schemas = source.schemas().stream().mapToInt(builder::schemaIndex).toArray();
    this.texts = source.texts().stream().mapToInt(this::text).toArray();
  }

  /**
   * Reduces a workload.
   *
   * @param originOf what stands for an origin; {@link Origin#LUMPED} has to stay what it is
   * @param name what stands for the names of all files
   */
  public static Workload of(Workload source, UnaryOperator<Origin> originOf, String name) {
    ReducedWorkload reduced = new ReducedWorkload(source, originOf);
    reduced.statements();
    reduced.transactions();
    return reduced.build(name);
  }

  private int text(StatementText text) {
    int known = builder.textIndex(text.digest());
    return known >= 0
        ? known
        : builder.defineText(text.digest(), text.fingerprint(), text.truncated());
  }

  private void statements() {
    StatementTable rows = source.statements();
    Measure[] all = Measure.values();
    long[] figures = new long[all.length];
    for (int row = 0; row < rows.size(); row++) {
      for (Measure measure : all) {
        figures[measure.ordinal()] = rows.value(row, measure);
      }
      builder.addStatements(
          texts[rows.textIndex(row)],
          schemas[rows.schemaIndex(row)],
          origins[rows.originIndex(row)],
          figures,
          rows.histogram(row));
    }
  }

  private void transactions() {
    TransactionTable rows = source.transactions();
    for (int row = 0; row < rows.size(); row++) {
      int each = row;
      long[] figures =
          Arrays.stream(TransactionMeasure.values())
              .mapToLong(measure -> rows.value(each, measure))
              .toArray();
      builder.addTransactions(rows.transactionClass(row), origins[rows.originIndex(row)], figures);
    }
  }

  private Workload build(String name) {
    Quality quality = source.quality();
    if (quality.sampled()) {
      builder.markSampled();
    }
    quality.issues().forEach(issue -> builder.issue(issue.reason(), issue.count(), 0, 0));
    SourceFile file =
        source.sources().stream()
            .reduce(
                new SourceFile(name, 0, 0, 0),
                (sum, one) ->
                    new SourceFile(
                        name,
                        sum.bytes() + one.bytes(),
                        sum.events() + one.events(),
                        sum.issues() + one.issues()));
    OptionalDouble threshold = quality.longQueryTimeSeconds();
    return builder.build(List.of(file), threshold, statement -> "");
  }

  /** Bounds above whatever a workload holds. */
  private static WorkloadBounds everything() {
    return WorkloadBounds.ofNames(1 << 25, 1 << 19, 1 << 15, 1 << 25, 1);
  }
}
