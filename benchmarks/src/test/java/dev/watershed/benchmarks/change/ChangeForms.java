package dev.watershed.benchmarks.change;

import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms that changes of real migrations have; each writes one for a table that it suits. */
final class ChangeForms {

  private static final long SMALL = 50_000;

  /**
   * A form.
   *
   * @param name what it does
   * @param suits tables that it may be made of
   * @param options for the check, of a table
   * @param text of the migration; empty if it does not suit the table after all
   */
  record Form(
      String name,
      Predicate<Spot> suits,
      Function<Spot, String> options,
      Function<Spot, Optional<String>> text) {}

  private final SentStatements sent;

  ChangeForms(SentStatements sent) {
    this.sent = sent;
  }

  /** All of them. */
  List<Form> all() {
    return Stream.of(columns(), indexes(), tables(), rows(), statements())
        .flatMap(List::stream)
        .toList();
  }

  private List<Form> columns() {
    return List.of(
        used("add a column", at -> alter(at, "ADD COLUMN memo_text varchar(120) NULL")),
        used(
            "add a column with a default after another",
            at ->
                alter(
                    at,
                    "ADD COLUMN attempt_count int NOT NULL DEFAULT 0 AFTER "
                        + at.table().columns().get(1).name())),
        used(
            "add a column at once",
            at ->
                alter(
                    at,
                    "ADD COLUMN locale_tag char(5) NOT NULL DEFAULT 'ja_JP', ALGORITHM=INSTANT")),
        used("widen a text", at -> texts(at).findFirst().map(column -> widened(at, column))),
        form(
            "widen a number of a small table",
            at -> at.used() && at.rows() < SMALL,
            at ->
                at.loose()
                    .filter(column -> column.type().matches("int(\\(11\\))?"))
                    .findFirst()
                    .map(column -> modify(at, column, "bigint"))),
        used("drop a column that nobody names", this::dropped),
        used(
            "set a default",
            at ->
                at.loose()
                    .filter(column -> column.type().matches("int(\\(11\\))?"))
                    .findFirst()
                    .flatMap(
                        column -> alter(at, "ALTER COLUMN " + column.name() + " SET DEFAULT 0"))),
        used(
            "comment a column",
            at ->
                at.loose()
                    .filter(column -> Spot.type(column, "int", "datetime"))
                    .findFirst()
                    .map(
                        column ->
                            "ALTER TABLE %s MODIFY COLUMN %s %s COMMENT 'as the form has it';"
                                .formatted(
                                    at.name(), column.name(), Spot.asItIs(column, column.type())))),
        used(
            "let a column be NULL",
            at ->
                at.loose()
                    .filter(column -> !column.nullable() && Spot.type(column, "int", "datetime"))
                    .findFirst()
                    .flatMap(
                        column ->
                            alter(at, "MODIFY " + column.name() + " " + column.type() + " NULL"))));
  }

  private List<Form> indexes() {
    return List.of(
        used(
            "add an index",
            at ->
                at.indexable()
                    .findFirst()
                    .map(
                        column ->
                            "CREATE INDEX ix_m_%s ON %s (%s);"
                                .formatted(column.name(), at.name(), column.name()))),
        used("add an index over two columns", ChangeForms::composite),
        used(
            "add columns and their index",
            at ->
                alter(
                    at,
                    "ADD COLUMN archived_at datetime NULL, ADD COLUMN archived_by bigint unsigned"
                        + " NULL, ADD INDEX ix_m_archived (archived_at, archived_by)")),
        used(
            "add a unique column",
            at ->
                alter(
                    at,
                    "ADD COLUMN public_id char(26) NULL, ADD UNIQUE KEY uk_m_public_id"
                        + " (public_id)")),
        used(
            "drop an index that nobody needs",
            at ->
                at.free()
                    .filter(index -> !sent.names(at.name(), index.parts().get(0).subject()))
                    .findFirst()
                    .map(index -> "DROP INDEX " + index.name() + " ON " + at.name() + ";")),
        used(
            "make an index again under another name",
            at ->
                at.free()
                    .findFirst()
                    .flatMap(
                        index ->
                            alter(
                                at,
                                "DROP INDEX "
                                    + index.name()
                                    + ", ADD INDEX ix_m_again ("
                                    + parts(index)
                                    + ")"))),
        used(
            "rename an index",
            at ->
                at.free()
                    .findFirst()
                    .flatMap(
                        index -> alter(at, "RENAME INDEX " + index.name() + " TO ix_m_renamed"))));
  }

  private List<Form> tables() {
    return List.of(
        any("make a table", at -> Optional.of(made(at, ""))),
        any(
            "make a table that refers to one of its owner",
            at ->
                at.table().column("id").isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        made(
                            at,
                            ",\n  CONSTRAINT fk_%s_notes_m FOREIGN KEY (parent_id) REFERENCES %s (id)"
                                .formatted(at.table().name(), at.name())))),
        any(
            "make a table like another",
            at -> Optional.of("CREATE TABLE %s_2026 LIKE %s;".formatted(at.name(), at.name()))),
        used("comment a table", at -> alter(at, "COMMENT = 'one row per event'")),
        form(
            "drop a table that nobody knows",
            Spot::untouched,
            at -> Optional.of("DROP TABLE IF EXISTS " + at.name() + ";")),
        form(
            "empty a table that nobody knows",
            Spot::untouched,
            at -> Optional.of("TRUNCATE TABLE " + at.name() + ";")),
        form(
            "change a table that nobody knows",
            Spot::untouched,
            at ->
                at.loose()
                    .findFirst()
                    .flatMap(
                        column ->
                            alter(
                                at,
                                "DROP COLUMN "
                                    + column.name()
                                    + ", CONVERT TO CHARACTER SET utf8mb4 COLLATE"
                                    + " utf8mb4_general_ci"))),
        used(
            "rename a table behind a view",
            at ->
                Optional.of(
                    "RENAME TABLE %1$s TO %1$s_v2;\nCREATE VIEW %1$s AS SELECT * FROM %1$s_v2;"
                        .formatted(at.name()))),
        used(
            "make a view",
            at ->
                Optional.of(
                    "CREATE OR REPLACE VIEW %1$s_shown AS SELECT %2$s FROM %1$s;"
                        .formatted(at.name(), at.table().columns().get(0).name()))),
        used("change a table by gh-ost", ChangeForms::ghost));
  }

  private List<Form> rows() {
    return List.of(
        used(
            "add a column and fill it in parts",
            at ->
                Optional.of(
                    """
                    ALTER TABLE %1$s ADD COLUMN copied_at datetime NULL;
                    UPDATE %1$s SET copied_at = NOW() WHERE copied_at IS NULL LIMIT 1000;"""
                        .formatted(at.name()))),
        form(
            "fill a range of rows",
            at -> at.used() && at.table().column("id").isPresent(),
            at ->
                Optional.of(
                    """
                    ALTER TABLE %1$s ADD COLUMN is_checked tinyint(1) NOT NULL DEFAULT 0;
                    UPDATE %1$s SET is_checked = 1 WHERE id BETWEEN 1 AND 500;"""
                        .formatted(at.name()))));
  }

  private List<Form> statements() {
    return List.of(
        new Form(
            "drop a column after a deployment",
            Spot::used,
            this::deployed,
            at ->
                at.loose()
                    .findFirst()
                    .flatMap(column -> alter(at, "DROP COLUMN " + column.name()))),
        new Form(
            "drop a table after a deployment",
            at -> at.used() && at.table().foreignKeys().isEmpty(),
            this::deployed,
            at -> Optional.of("SET foreign_key_checks = 0;\nDROP TABLE " + at.name() + ";")),
        new Form(
            "read by the key",
            at -> at.table().column("id").isPresent(),
            at -> "--sql FILE --service " + at.owner(),
            at ->
                Optional.of(
                    "SELECT %s FROM %s WHERE id = 17;"
                        .formatted(
                            at.table().columns().stream()
                                .map(column -> "`" + column.name() + "`")
                                .collect(Collectors.joining(", ")),
                            at.name()))),
        new Form(
            "write by the key",
            at -> at.table().column("id").isPresent() && at.table().columns().size() > 1,
            at -> "--sql FILE --service " + at.owner(),
            at ->
                Optional.of(
                    "UPDATE %s SET `%s` = ? WHERE id = ?;\nDELETE FROM %s WHERE id = ? LIMIT 1;"
                        .formatted(at.name(), at.table().columns().get(1).name(), at.name()))));
  }

  private String deployed(Spot at) {
    return "--ddl FILE"
        + sent.senders(at.name()).stream()
            .map(service -> " --deployed " + service + "=2026-11-26T08:00:00Z")
            .collect(Collectors.joining());
  }

  private Optional<String> dropped(Spot at) {
    return at.loose()
        .filter(column -> !sent.names(at.name(), column.name()))
        .findFirst()
        .flatMap(column -> alter(at, "DROP COLUMN " + column.name()));
  }

  private static Stream<ColumnDefinition> texts(Spot at) {
    return at.table().columns().stream()
        .filter(
            column -> column.type().equals("varchar(16)") || column.type().equals("varchar(20)"))
        .filter(column -> column.collation().equals(at.table().collation()));
  }

  private static String widened(Spot at, ColumnDefinition column) {
    return modify(at, column, "varchar(40)");
  }

  private static String modify(Spot at, ColumnDefinition column, String type) {
    return "ALTER TABLE %s MODIFY %s %s;"
        .formatted(at.name(), column.name(), Spot.asItIs(column, type));
  }

  private static Optional<String> composite(Spot at) {
    List<ColumnDefinition> columns = at.indexable().limit(2).toList();
    return columns.size() < 2
        ? Optional.empty()
        : alter(
            at, "ADD KEY ix_m_two (" + columns.get(1).name() + ", " + columns.get(0).name() + ")");
  }

  private static String made(Spot at, String more) {
    return """
        CREATE TABLE IF NOT EXISTS %s_notes_m (
          id bigint unsigned NOT NULL AUTO_INCREMENT,
          parent_id bigint unsigned NOT NULL,
          note varchar(200) NOT NULL DEFAULT '',
          created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
          PRIMARY KEY (id),
          KEY ix_notes_parent (parent_id, created_at)%s
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;"""
        .formatted(at.name(), more);
  }

  private static Optional<String> ghost(Spot at) {
    return Optional.of(
        """
        CREATE TABLE %1$s._%2$s_gho LIKE %1$s.%2$s;
        ALTER TABLE %1$s._%2$s_gho ADD COLUMN moved_at datetime NULL;
        CREATE TABLE %1$s._%2$s_ghc (id bigint AUTO_INCREMENT, hint varchar(64), PRIMARY KEY (id));
        DROP TABLE %1$s._%2$s_ghc;"""
            .formatted(at.schema(), at.table().name()));
  }

  private static String parts(IndexDefinition index) {
    return index.parts().stream().map(part -> part.subject()).collect(Collectors.joining(", "));
  }

  private static Optional<String> alter(Spot at, String what) {
    return Optional.of("ALTER TABLE " + at.name() + " " + what + ";");
  }

  private static Form used(String name, Function<Spot, Optional<String>> text) {
    return form(name, Spot::used, text);
  }

  private static Form any(String name, Function<Spot, Optional<String>> text) {
    return form(name, at -> true, text);
  }

  private static Form form(
      String name, Predicate<Spot> suits, Function<Spot, Optional<String>> text) {
    return new Form(name, suits, at -> "--ddl FILE", text);
  }
}
