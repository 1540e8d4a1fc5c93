package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.MigrationQuery.HistoryColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A tool that notes in a table which steps it took, and how to read that.
 *
 * @param name of the tool
 * @param table what its table is called by default, in lower case
 * @param marks columns that tell its table from others of the same name
 * @param columns what to read
 */
record MigrationTool(String name, String table, Set<String> marks, HistoryColumns columns) {

  /** The first that fits is taken. */
  private static final List<MigrationTool> ALL =
      List.of(
          of("flyway", "flyway_schema_history", "version")
              .described("description")
              .timed("installed_on")
              .succeeding("success <> 0")
              .telling("type"),
          of("flyway", "schema_version", "version")
              .described("description")
              .timed("installed_on")
              .succeeding("success <> 0")
              .telling("type"),
          of("liquibase", "databasechangelog", "ID").described("FILENAME").timed("DATEEXECUTED"),
          of("golang-migrate", "schema_migrations", "version")
              .marked("dirty")
              .succeeding("dirty = 0"),
          of("rails", "schema_migrations", "version"),
          of("doctrine", "doctrine_migration_versions", "version").timed("executed_at"),
          of("django", "django_migrations", "name").described("app").timed("applied"),
          of("alembic", "alembic_version", "version_num"),
          of("laravel", "migrations", "migration").marked("batch"),
          of("phinx", "phinxlog", "version").described("migration_name").timed("end_time"),
          of("knex", "knex_migrations", "name").timed("migration_time"),
          of("sequelize", "sequelizemeta", "name"),
          of("goose", "goose_db_version", "version_id")
              .timed("tstamp")
              .succeeding("is_applied <> 0"),
          of("prisma", "_prisma_migrations", "migration_name")
              .timed("finished_at")
              .succeeding("finished_at IS NOT NULL"));

  MigrationTool {
    marks = Set.copyOf(marks);
  }

  /**
   * The tool whose table this is.
   *
   * @param columns the names of its columns in lower case
   */
  static Optional<MigrationTool> of(String table, Set<String> columns) {
    String name = table.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(tool -> tool.table.equals(name) && columns.containsAll(tool.needed()))
        .findFirst();
  }

  /** All tools, in this order. */
  static List<MigrationTool> all() {
    return ALL;
  }

  /** The columns without which a table is none of this tool, in lower case. */
  Set<String> needed() {
    Set<String> needed = new HashSet<>(marks);
    needed.add(columns.version().toLowerCase(Locale.ROOT));
    columns.description().ifPresent(column -> needed.add(column.toLowerCase(Locale.ROOT)));
    columns.appliedAt().ifPresent(column -> needed.add(column.toLowerCase(Locale.ROOT)));
    columns.kind().ifPresent(column -> needed.add(column.toLowerCase(Locale.ROOT)));
    return needed;
  }

  private static MigrationTool of(String name, String table, String version) {
    return new MigrationTool(
        name,
        table,
        Set.of(),
        new HistoryColumns(
            version, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private MigrationTool marked(String column) {
    return new MigrationTool(name, table, Set.of(column), columns);
  }

  private MigrationTool described(String column) {
    return with(
        new HistoryColumns(
            columns.version(),
            Optional.of(column),
            columns.appliedAt(),
            columns.succeeded(),
            columns.kind()));
  }

  private MigrationTool timed(String column) {
    return with(
        new HistoryColumns(
            columns.version(),
            columns.description(),
            Optional.of(column),
            columns.succeeded(),
            columns.kind()));
  }

  private MigrationTool succeeding(String condition) {
    return with(
        new HistoryColumns(
            columns.version(),
            columns.description(),
            columns.appliedAt(),
            Optional.of(condition),
            columns.kind()));
  }

  private MigrationTool telling(String column) {
    return with(
        new HistoryColumns(
            columns.version(),
            columns.description(),
            columns.appliedAt(),
            columns.succeeded(),
            Optional.of(column)));
  }

  private MigrationTool with(HistoryColumns read) {
    return new MigrationTool(name, table, marks, read);
  }
}
