package dev.watershed.benchmarks.recovery;

import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compares advised indexes with the designers' own, on one server with the same rows for both. */
final class RecoveryJudge {

  private static final double WEIGHT = 0.001;
  private static final double AS_GOOD = 1.2;
  private static final double SLOWER = 1.5;
  private static final int ROUNDS = 3;

  /** Shorter statements differ by chance. */
  private static final double LEAST_MICROS = 500;

  private final FleetServer server;
  private final Consumer<String> report;

  RecoveryJudge(FleetServer server, Consumer<String> report) {
    this.server = server;
    this.report = report;
  }

  /**
   * What came of it.
   *
   * @param needed indexes that a digest needs which has weight with the designers' indexes
   * @param recovered of these, those for whose digests the advised ones are as good
   * @param neededBare likewise, weighed by the load without indexes, which {@code advise} saw
   * @param recoveredBare of these, likewise
   * @param advised indexes
   * @param used of these, those that the optimizer used
   * @param bareRows rows read without secondary indexes, all calls together
   * @param designedRows with the designers'
   * @param advisedRows with the advised ones
   * @param slower digests of weight that are slower by half and more
   */
  record Judgement(
      int needed,
      int recovered,
      int neededBare,
      int recoveredBare,
      int advised,
      int used,
      double bareRows,
      double designedRows,
      double advisedRows,
      double designedSeconds,
      double advisedSeconds,
      long designedBytes,
      long advisedBytes,
      int slower) {}

  /**
   * Judges.
   *
   * @param log of the fleet with the designers' indexes
   * @param bareLog of the fleet without
   */
  Judgement judge(List<IndexName> advised, List<SampleStatement> log, List<SampleStatement> bareLog)
      throws SQLException {
    try (Connection changing = server.connectAsRoot();
        Connection running = server.connectAsRoot()) {
      SecondaryIndexes indexes = new SecondaryIndexes(changing, server.kind());
      StatementRunner runner = new StatementRunner(running, server.kind());
      List<IndexName> designed = indexes.list();
      indexes.analyze(designed.stream().map(IndexName::quotedTable).distinct().toList());
      Set<Long> weighty = weighty(log);
      Set<Long> weightyBare = weighty(bareLog);
      List<SampleStatement> heavy =
          log.stream()
              .filter(
                  sample ->
                      weighty.contains(sample.digest()) || weightyBare.contains(sample.digest()))
              .toList();
      Map<Long, Effort> withDesigned = efforts(runner, log);
      List<Need> needs = new NeedFinder(indexes, runner).find(designed, heavy, withDesigned);
      indexes.visible(designed, false);
      Map<Long, Effort> bare = efforts(runner, log);
      for (IndexName index : advised) {
        indexes.add(index);
      }
      indexes.analyze(advised.stream().map(IndexName::quotedTable).distinct().toList());
      forgetUse(changing);
      Map<Long, Effort> withAdvised = efforts(runner, log);
      Set<String> used = used(changing);
      needs.forEach(need -> say(need, withDesigned, withAdvised, bare));
      advised.stream()
          .filter(index -> !used.contains(index.qualifiedTable() + "." + index.index()))
          .forEach(index -> report.accept("  not used: " + index));
      List<SampleStatement> suspects =
          heavy.stream().filter(sample -> slower(sample, withDesigned, withAdvised)).toList();
      List<IndexName> left = new ArrayList<>(designed);
      left.retainAll(indexes.list());
      List<IndexName> apart = apart(advised, designed, left);
      indexes.visible(apart, false);
      indexes.visible(left, true);
      faster(withDesigned, efforts(runner, suspects));
      indexes.visible(left, false);
      indexes.visible(apart, true);
      faster(withAdvised, efforts(runner, suspects));
      List<SampleStatement> slower =
          suspects.stream().filter(sample -> slower(sample, withDesigned, withAdvised)).toList();
      slower.forEach(
          sample ->
              report.accept(
                  String.format(
                      Locale.ROOT,
                      "  slower: %s %s: %.0f µs, %.0f rows designed; %.0f µs, %.0f rows advised",
                      Fingerprints.idOf(sample.digest()),
                      oneLine(sample),
                      withDesigned.get(sample.digest()).micros(),
                      withDesigned.get(sample.digest()).rows(),
                      withAdvised.get(sample.digest()).micros(),
                      withAdvised.get(sample.digest()).rows())));
      Set<Long> all = new HashSet<>(withDesigned.keySet());
      all.retainAll(withAdvised.keySet());
      all.retainAll(bare.keySet());
      List<Need> own = only(needs, weighty);
      List<Need> bareNeeds = only(needs, weightyBare);
      return new Judgement(
          own.size(),
          (int) own.stream().filter(need -> recovered(need, withDesigned, withAdvised)).count(),
          bareNeeds.size(),
          (int)
              bareNeeds.stream().filter(need -> recovered(need, withDesigned, withAdvised)).count(),
          advised.size(),
          (int)
              advised.stream()
                  .filter(index -> used.contains(index.qualifiedTable() + "." + index.index()))
                  .count(),
          rows(log, all, bare),
          rows(log, all, withDesigned),
          rows(log, all, withAdvised),
          seconds(log, all, withDesigned),
          seconds(log, all, withAdvised),
          indexes.bytes(designed),
          indexes.bytes(advised),
          slower.size());
    }
  }

  /**
   * The advised ones without those in whose favour the server dropped an index that it had made for
   * a foreign key by itself.
   */
  private static List<IndexName> apart(
      List<IndexName> advised, List<IndexName> designed, List<IndexName> left) {
    return advised.stream()
        .filter(
            index ->
                designed.stream()
                    .filter(gone -> !left.contains(gone))
                    .filter(gone -> gone.qualifiedTable().equals(index.qualifiedTable()))
                    .noneMatch(gone -> index.parts().get(0).equals(gone.parts().get(0))))
        .toList();
  }

  /** Digests with a thousandth of the time. */
  private static Set<Long> weighty(List<SampleStatement> log) {
    double seconds = log.stream().mapToDouble(SampleStatement::seconds).sum();
    Set<Long> digests = new HashSet<>();
    log.stream()
        .filter(sample -> sample.seconds() >= WEIGHT * seconds)
        .forEach(sample -> digests.add(sample.digest()));
    return digests;
  }

  /** The needs of some digests. */
  private static List<Need> only(List<Need> needs, Set<Long> digests) {
    return needs.stream()
        .map(
            need ->
                new Need(need.index(), need.digests().stream().filter(digests::contains).toList()))
        .filter(need -> !need.digests().isEmpty())
        .toList();
  }

  /** Takes the shorter of two times, measured apart. */
  private static void faster(Map<Long, Effort> efforts, Map<Long, Effort> again) {
    again.forEach(
        (digest, effort) ->
            efforts.computeIfPresent(
                digest,
                (unused, first) ->
                    new Effort(first.rows(), Math.min(first.micros(), effort.micros()))));
  }

  private void say(
      Need need, Map<Long, Effort> designed, Map<Long, Effort> advised, Map<Long, Effort> bare) {
    if (recovered(need, designed, advised)) {
      return;
    }
    report.accept("  not recovered: " + need.index());
    for (long digest : need.digests()) {
      if (!asGood(digest, designed, advised)) {
        report.accept(
            String.format(
                Locale.ROOT,
                "    %s reads %.0f rows with the designers', %s with the advised, %s without",
                Fingerprints.idOf(digest),
                designed.get(digest).rows(),
                rows(advised, digest),
                rows(bare, digest)));
      }
    }
  }

  private static String rows(Map<Long, Effort> efforts, long digest) {
    return efforts.containsKey(digest)
        ? String.format(Locale.ROOT, "%.0f", efforts.get(digest).rows())
        : "too many";
  }

  private static boolean recovered(
      Need need, Map<Long, Effort> designed, Map<Long, Effort> advised) {
    return need.digests().stream().allMatch(digest -> asGood(digest, designed, advised));
  }

  private static boolean asGood(
      long digest, Map<Long, Effort> designed, Map<Long, Effort> advised) {
    Effort effort = advised.get(digest);
    return effort != null
        && effort.rows()
            <= Math.max(AS_GOOD * designed.get(digest).rows(), designed.get(digest).rows() + 5);
  }

  private static boolean slower(
      SampleStatement sample, Map<Long, Effort> designed, Map<Long, Effort> advised) {
    Effort before = designed.get(sample.digest());
    Effort after = advised.get(sample.digest());
    return before != null
        && (after == null
            || after.micros() > SLOWER * before.micros()
                && after.micros() - before.micros() > LEAST_MICROS);
  }

  private static Map<Long, Effort> efforts(StatementRunner runner, List<SampleStatement> log)
      throws SQLException {
    Map<Long, Effort> efforts = new HashMap<>();
    for (SampleStatement sample : log) {
      runner.run(sample, ROUNDS).ifPresent(effort -> efforts.put(sample.digest(), effort));
    }
    return efforts;
  }

  private static double rows(
      List<SampleStatement> log, Set<Long> digests, Map<Long, Effort> efforts) {
    return log.stream()
        .filter(sample -> digests.contains(sample.digest()))
        .mapToDouble(sample -> sample.calls() * efforts.get(sample.digest()).rows())
        .sum();
  }

  private static double seconds(
      List<SampleStatement> log, Set<Long> digests, Map<Long, Effort> efforts) {
    return log.stream()
            .filter(sample -> digests.contains(sample.digest()))
            .mapToDouble(sample -> sample.calls() * efforts.get(sample.digest()).micros())
            .sum()
        / 1e6;
  }

  private static String oneLine(SampleStatement sample) {
    String sql = sample.statements().get(0).replace('\n', ' ');
    return sql.length() > 100 ? sql.substring(0, 100) + "…" : sql;
  }

  private static void forgetUse(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE TABLE performance_schema.table_io_waits_summary_by_index_usage");
    }
  }

  private static Set<String> used(Connection connection) throws SQLException {
    List<String> used = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT CONCAT(OBJECT_SCHEMA, '.', OBJECT_NAME, '.', INDEX_NAME) FROM"
                    + " performance_schema.table_io_waits_summary_by_index_usage WHERE INDEX_NAME"
                    + " IS NOT NULL AND COUNT_STAR > 0")) {
      while (rows.next()) {
        used.add(rows.getString(1));
      }
    }
    return new HashSet<>(used);
  }
}
