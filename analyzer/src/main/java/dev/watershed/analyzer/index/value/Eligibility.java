package dev.watershed.analyzer.index.value;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.redundancy.ForeignKeyNeeds;
import dev.watershed.analyzer.index.redundancy.SuffixNeeds;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.Clustering;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.HashSet;
import java.util.Set;

/** Which indexes may be named at all, before anything is planned without them. */
final class Eligibility {

  /** A few pages, whose indexes cost nothing. */
  private static final double SMALL_TABLE_ROWS = 500;

  private static final double LEAST_ENTRIES_PER_SECOND = 5;

  private static final long LEAST_BYTES = 100L << 20;

  private final AdvisorInput input;
  private final Workbench workbench;
  private final OpaqueUses opaque;
  private final ForeignKeyNeeds keys;
  private final SuffixNeeds suffixes;

  Eligibility(AdvisorInput input, Workbench workbench, OpaqueUses opaque) {
    this.input = input;
    this.workbench = workbench;
    this.opaque = opaque;
    keys = new ForeignKeyNeeds(input.server().tables());
    suffixes = new SuffixNeeds(input.server().statements());
  }

  /** Whether indexes of a table are judged: its rows are counted and everything on it is known. */
  boolean judges(TableFigures table) {
    return table.counted()
        && table.rows() > SMALL_TABLE_ROWS
        && Clustering.clusters(table.definition())
        && !opaque.mayRead(table);
  }

  /**
   * Whether an index is neither a constraint nor asked for by name or by a foreign key, is used,
   * costs something, and has values that were counted.
   *
   * @param gone names of indexes that go too
   */
  boolean judges(
      TableFigures table, StatisticTable definition, IndexFigures index, Set<String> gone) {
    String name = index.definition().name();
    return !index.definition().unique()
        && !index.clustered()
        && !gone.contains(name)
        && table.distinct(new HashSet<>(index.keys())).measured()
        && worthWhile(table, index)
        && used(table, name)
        && thereAllTheTime(table, name)
        && !input.hinted().mayName(index.definition())
        && !keys.needs(definition, index.definition(), gone)
        && !suffixes.suffixOf(definition, index.definition());
  }

  /** What nobody used is unused, and not of low value. */
  private boolean used(TableFigures table, String index) {
    return input.usage().reached(table.schema(), table.definition().name(), index).orElse(0) > 0;
  }

  /** Of one that came meanwhile, rates over the whole time tell too little. */
  private boolean thereAllTheTime(TableFigures table, String index) {
    String name = table.definition().name();
    return !input.usage().cameLater(table.schema(), name, index)
        && input.usage().watchedSeconds(table.schema(), name, index)
            >= input.usage().observedSeconds();
  }

  private boolean worthWhile(TableFigures table, IndexFigures index) {
    return entriesPerSecond(table, index) >= LEAST_ENTRIES_PER_SECOND
        || index.bytes() >= LEAST_BYTES;
  }

  /** Entries that writes change: no more than the rows that were counted have, old and new. */
  double entriesPerSecond(TableFigures table, IndexFigures index) {
    double counted =
        input.usage().writesPerSecond(table.schema(), table.definition().name()).orElse(0);
    double known = workbench.entriesWritten(table, index) / input.server().observedSeconds();
    return Math.min(known, 2 * counted);
  }
}
