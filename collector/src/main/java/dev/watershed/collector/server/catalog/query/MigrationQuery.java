package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks a migration tool's table for its steps: version, name, time, success, kind, and nothing
 * else.
 */
public final class MigrationQuery {

  /** More steps than anybody takes; a table with more is none of a migration tool. */
  private static final int MOST_STEPS = 20_000;

  private MigrationQuery() {}

  /**
   * What to read.
   *
   * @param version column
   * @param description column
   * @param appliedAt column; a time without a zone counts as UTC, as most tools write it
   * @param succeeded condition in SQL
   * @param kind column
   */
  public record HistoryColumns(
      String version,
      Optional<String> description,
      Optional<String> appliedAt,
      Optional<String> succeeded,
      Optional<String> kind) {

    public HistoryColumns {
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(appliedAt, "appliedAt");
      Objects.requireNonNull(succeeded, "succeeded");
      Objects.requireNonNull(kind, "kind");
    }

    /** The same without asking for the kind of a step. */
    public HistoryColumns withoutKind() {
      return new HistoryColumns(version, description, appliedAt, succeeded, Optional.empty());
    }

    /** The columns that an account has to be allowed to read. */
    public List<String> names() {
      List<String> names = new ArrayList<>(List.of(version));
      description.ifPresent(names::add);
      appliedAt.ifPresent(names::add);
      succeeded
          .map(condition -> condition.substring(0, condition.indexOf(' ')))
          .ifPresent(names::add);
      kind.ifPresent(names::add);
      return names.stream().distinct().toList();
    }
  }

  /** A step. */
  public record Row(
      String version,
      String description,
      Optional<Instant> appliedAt,
      boolean succeeded,
      String kind) {}

  /** One row per step, in the order in which they were taken, as far as the table tells it. */
  public static Query<List<Row>> of(TableKey table, HistoryColumns columns) {
    String version = TableKey.quoted(columns.version());
    return Query.of(
        ("SELECT %s AS VERSION, %s AS DESCRIPTION, %s AS APPLIED_AT, %s AS SUCCEEDED, %s AS KIND"
                + " FROM %s AS %s ORDER BY APPLIED_AT, VERSION LIMIT %d")
            .formatted(
                version,
                columns.description().map(TableKey::quoted).orElse("''"),
                columns
                    .appliedAt()
                    .map(column -> "UNIX_TIMESTAMP(" + TableKey.quoted(column) + ")")
                    .orElse("NULL"),
                columns.succeeded().orElse("1"),
                columns.kind().map(TableKey::quoted).orElse("''"),
                table.quoted(),
                Query.ALIAS,
                MOST_STEPS),
        rows -> {
          List<Row> steps = new ArrayList<>();
          CatalogRow row = new CatalogRow(rows);
          while (rows.next()) {
            long seconds =
                row.maybe("APPLIED_AT").map(BigDecimal::new).map(BigDecimal::longValue).orElse(0L);
            steps.add(
                new Row(
                    row.text("VERSION"),
                    row.text("DESCRIPTION"),
                    seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds)),
                    row.flag("SUCCEEDED"),
                    row.text("KIND")));
          }
          return steps;
        });
  }
}
