package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The histograms of some rows. The server goes through all digests to find one (measured on MySQL
 * 9.7 with a full table: 10 ms a digest, 0.5 s to 0.9 s for everything), so that few are looked up
 * and many are taken from one pass over the table.
 */
final class HistogramQuery {

  /** As many lookups cost the server what one pass does. */
  static final int MOST_LOOKUPS = 50;

  /** In a pass, more are not worth a condition. */
  static final int MOST_CONDITIONS = 1_000;

  /** All of them. */
  static final Question QUESTION =
      Question.of(
              "histograms",
              "how many executions of each statement took how long, in buckets of time",
              Selection.from(DigestTable.HISTOGRAMS)
                  .values(DigestTable.SCHEMA, DigestTable.DIGEST, "BUCKET_NUMBER", "COUNT_BUCKET")
                  .where("COUNT_BUCKET > 0"))
          .at(Question.Timing.RARELY)
          .on(Question.Need.TABLE);

  private static final String ALL = QUESTION.sql(new Columns(List.of()));
  private static final String SELECT = ALL.substring(0, ALL.indexOf(" WHERE "));

  private HistogramQuery() {}

  /** The queries that bring the histograms of these rows, and maybe those of others. */
  static List<Query<Map<DigestKey, BucketCounts>>> of(Collection<DigestKey> keys) {
    List<String> digests =
        keys.stream()
            .map(DigestKey::serverDigest)
            .filter(digest -> !digest.isEmpty())
            .distinct()
            .sorted()
            .toList();
    boolean lumped = keys.stream().anyMatch(DigestKey::lumped);
    if (keys.isEmpty()) {
      return List.of();
    }
    if (digests.size() + (lumped ? 1 : 0) > MOST_CONDITIONS) {
      return List.of(Query.of(ALL, HistogramQuery::histograms));
    }
    if (keys.size() > MOST_LOOKUPS) {
      String conditions = "DIGEST IN (" + NameQuery.marks(digests.size()) + ")";
      return List.of(
          query(
              " IGNORE INDEX (SCHEMA_NAME) WHERE COUNT_BUCKET > 0 AND ("
                  + conditions
                  + (lumped ? " OR DIGEST IS NULL)" : ")"),
              digests,
              keys));
    }
    List<Query<Map<DigestKey, BucketCounts>>> queries = new ArrayList<>();
    for (DigestKey key : keys) {
      List<String> parameters = new ArrayList<>();
      String schema = key.schema().isEmpty() ? "SCHEMA_NAME IS NULL" : "SCHEMA_NAME = ?";
      String digest = key.lumped() ? "DIGEST IS NULL" : "DIGEST = ?";
      if (!key.schema().isEmpty()) {
        parameters.add(key.schema());
      }
      if (!key.lumped()) {
        parameters.add(key.serverDigest());
      }
      queries.add(
          query(
              " WHERE " + schema + " AND " + digest + " AND COUNT_BUCKET > 0",
              parameters,
              List.of(key)));
    }
    return queries;
  }

  private static Query<Map<DigestKey, BucketCounts>> query(
      String condition, List<String> parameters, Collection<DigestKey> keys) {
    return new Query<>(SELECT + condition, parameters, HistogramQuery::histograms)
        .within(
            new Query.Whole(
                ALL,
                List.of(DigestTable.SCHEMA, DigestTable.DIGEST),
                keys.stream()
                    .map(key -> List.of(key.schema(), key.serverDigest()))
                    .collect(Collectors.toSet())));
  }

  private static Map<DigestKey, BucketCounts> histograms(ResultSet rows) throws SQLException {
    DigestMap.Builder<BucketCounts> histograms = new DigestMap.Builder<>(BucketCounts.CODEC);
    BucketCounts.Collecting collecting = new BucketCounts.Collecting();
    Optional<DigestKey> of = Optional.empty();
    while (rows.next()) {
      DigestKey key = DigestTable.key(rows, 1, 2);
      if (of.isEmpty() || !of.get().equals(key)) {
        of.ifPresent(before -> histograms.put(before, collecting.toCounts()));
        collecting.clear();
        // The buckets of a digest follow each other, but nothing promises that.
        histograms.find(key).ifPresent(collecting::addAll);
        of = Optional.of(key);
      }
      collecting.add(rows.getInt(3), rows.getLong(4));
    }
    of.ifPresent(last -> histograms.put(last, collecting.toCounts()));
    return histograms.build();
  }
}
