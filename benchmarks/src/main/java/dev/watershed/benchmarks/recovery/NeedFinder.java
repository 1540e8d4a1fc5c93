package dev.watershed.benchmarks.recovery;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the indexes that the workload needs, by hiding one after the other. An index that begins
 * with the same column could take its place and is hidden with it.
 */
final class NeedFinder {

  private static final double MORE_ROWS = 1.2;

  /** Fewer rows than this are noise of statistics and of the way to a row. */
  private static final double LEAST_ROWS = 5;

  private final SecondaryIndexes indexes;
  private final StatementRunner runner;

  NeedFinder(SecondaryIndexes indexes, StatementRunner runner) {
    this.indexes = indexes;
    this.runner = runner;
  }

  /**
   * Finds them.
   *
   * @param all the indexes, which the optimizer sees
   * @param samples digests of weight
   * @param with what each of them reads with all indexes
   */
  List<Need> find(List<IndexName> all, List<SampleStatement> samples, Map<Long, Effort> with)
      throws SQLException {
    Map<String, List<SampleStatement>> byTable = byTable(samples);
    Map<List<String>, List<IndexName>> groups = new HashMap<>();
    for (IndexName index : all) {
      groups
          .computeIfAbsent(
              List.of(index.qualifiedTable(), index.parts().get(0)), unused -> new ArrayList<>())
          .add(index);
    }
    List<Need> needs = new ArrayList<>();
    for (IndexName index : all) {
      List<SampleStatement> concerned = byTable.getOrDefault(index.qualifiedTable(), List.of());
      if (concerned.isEmpty()) {
        continue;
      }
      List<IndexName> group = groups.get(List.of(index.qualifiedTable(), index.parts().get(0)));
      indexes.visible(group, false);
      List<Long> digests = new ArrayList<>();
      for (SampleStatement sample : concerned) {
        Effort before = with.get(sample.digest());
        Optional<Effort> without = runner.run(sample, 1);
        if (before != null && without.isPresent() && reads(without.get(), before)) {
          digests.add(sample.digest());
        }
      }
      indexes.visible(group, true);
      if (!digests.isEmpty()) {
        needs.add(new Need(index, digests));
      }
    }
    return needs;
  }

  private static boolean reads(Effort without, Effort with) {
    return without.rows() >= MORE_ROWS * with.rows() && without.rows() - with.rows() >= LEAST_ROWS;
  }

  private static Map<String, List<SampleStatement>> byTable(List<SampleStatement> samples) {
    Map<String, List<SampleStatement>> byTable = new HashMap<>();
    for (SampleStatement sample : samples) {
      String text = Fingerprints.of(sample.statements().get(0), SqlMode.standard()).text();
      LexicalPass.of(text).tables().stream()
          .map(table -> qualified(table, sample.schema()))
          .distinct()
          .forEach(
              table -> byTable.computeIfAbsent(table, unused -> new ArrayList<>()).add(sample));
    }
    return byTable;
  }

  private static String qualified(TableReference table, String schema) {
    return table.schema().orElse(schema) + "." + table.table();
  }
}
