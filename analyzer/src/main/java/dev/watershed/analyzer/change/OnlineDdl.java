package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.ColumnAdded;
import dev.watershed.analyzer.change.SchemaChange.ColumnDropped;
import dev.watershed.analyzer.change.SchemaChange.IndexDropped;
import dev.watershed.analyzer.change.SchemaChange.OptionsChanged;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.StorageOption;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a server makes changes of a table while others use it (MySQL Reference Manuals 5.7 to 9.7,
 * "Online DDL Operations"; MariaDB, "InnoDB Online DDL Overview").
 */
public final class OnlineDdl {

  private static final int MYSQL_5_7 = 50_700;
  private static final int MARIADB_10_3 = 100_302;
  private static final String INNODB = "InnoDB";

  private OnlineDdl() {}

  /**
   * How a change of a table is made.
   *
   * @param before the table before it
   * @param serverVersion as the server says it
   * @param foreignKeyChecks whether the server checks foreign keys meanwhile
   * @return unknown where the version is unknown or too old; empty for what is no ALTER TABLE
   */
  public static Optional<OnlineVerdict> of(
      SchemaChange change,
      TableDefinition before,
      Optional<String> serverVersion,
      boolean foreignKeyChecks) {
    if (!AlteringChanges.includes(change)) {
      return Optional.empty();
    }
    Optional<ServerRelease> release = serverVersion.flatMap(ServerRelease::of);
    if (release.isEmpty()) {
      return Optional.of(OnlineVerdict.UNKNOWN);
    }
    ServerRelease server = release.get();
    if (!server.since(server.mariaDb() ? MARIADB_10_3 : MYSQL_5_7)
        || !before.engine().orElse(INNODB).equalsIgnoreCase(INNODB)) {
      return Optional.of(OnlineVerdict.UNKNOWN);
    }
    return Optional.of(
        server.mariaDb()
            ? new MariaDbDdl(server, before, foreignKeyChecks).verdict(change)
            : new MySqlDdl(server, before, foreignKeyChecks).verdict(change));
  }

  /**
   * How a statement runs: as its worst change does, or as its ALGORITHM asks for. A column that is
   * added or dropped beside what is not instant has the table built again.
   *
   * @param changes of the statement, as {@link SchemaChanges} tells them
   * @return empty for what is no ALTER TABLE, or changes nothing
   */
  public static Optional<OnlineStatement> statement(
      LocatedDefinition statement, List<SchemaChange> changes, Catalog before) {
    if (!(statement.definition() instanceof AlterTable alter)) {
      return Optional.empty();
    }
    Optional<TableDefinition> table =
        alter
            .name()
            .schema()
            .or(statement::schema)
            .flatMap(before::schema)
            .flatMap(schema -> schema.table(alter.name().name()));
    if (table.isEmpty() || changes.isEmpty()) {
      return Optional.empty();
    }
    OnlineVerdict best = worst(statement, changes, table.get(), before);
    return Optional.of(
        asked(together(best, changes, table.get(), before), changes, alter, isMariaDb(before)));
  }

  /** Of what may copy or do nothing, another change that copies leaves no doubt. */
  private static OnlineVerdict worst(
      LocatedDefinition statement,
      List<SchemaChange> changes,
      TableDefinition table,
      Catalog before) {
    List<OnlineVerdict> doubtful = new ArrayList<>();
    OnlineVerdict worst = OnlineVerdict.INSTANT;
    for (SchemaChange change : changes) {
      Optional<OnlineVerdict> one =
          of(change, table, before.serverVersion(), statement.foreignKeyChecks());
      if (mayDoNothing(change)) {
        one.ifPresent(doubtful::add);
      } else {
        worst = one.map(worst::and).orElse(worst);
      }
    }
    return worst.mode() == OnlineMode.COPY
        ? worst
        : doubtful.stream().reduce(worst, OnlineVerdict::and);
  }

  private static boolean mayDoNothing(SchemaChange change) {
    return change instanceof OptionsChanged options
        && options.storage().filter(option -> option == StorageOption.NO_ENCRYPTION).isPresent();
  }

  private static OnlineVerdict together(
      OnlineVerdict best, List<SchemaChange> changes, TableDefinition table, Catalog before) {
    boolean mariaDb = isMariaDb(before);
    boolean several = changes.size() > 1 && changes.stream().anyMatch(OnlineDdl::changesRows);
    boolean onlyDrops =
        mariaDb
            && changes.stream()
                .allMatch(
                    change -> change instanceof ColumnDropped || change instanceof IndexDropped);
    if (!several || onlyDrops || best.mode() == OnlineMode.UNKNOWN) {
      return best;
    }
    boolean virtual =
        table.columns().stream().anyMatch(column -> isVirtual(column.generated()))
            || changes.stream()
                .anyMatch(
                    change ->
                        change instanceof ColumnAdded added
                            && isVirtual(added.column().generated()));
    if (mariaDb && virtual) {
      // It refuses some of these together, and no manual says which.
      return OnlineVerdict.UNKNOWN;
    }
    return best.mode() == OnlineMode.INSTANT ? best : new OnlineVerdict(best.mode(), true);
  }

  private static boolean isMariaDb(Catalog before) {
    return before.serverVersion().filter(text -> text.contains("MariaDB")).isPresent();
  }

  private static boolean changesRows(SchemaChange change) {
    return (change instanceof ColumnAdded added && !isVirtual(added.column().generated()))
        || (change instanceof ColumnDropped dropped && !isVirtual(dropped.column().generated()));
  }

  private static boolean isVirtual(Optional<GeneratedValue> generated) {
    return generated.filter(value -> !value.stored()).isPresent();
  }

  private static OnlineStatement asked(
      OnlineVerdict best, List<SchemaChange> changes, AlterTable alter, boolean mariaDb) {
    OnlineMode mode = best.mode();
    String algorithm = alter.algorithm().orElse("DEFAULT");
    String lock = alter.lock().orElse("DEFAULT");
    boolean known = mode != OnlineMode.UNKNOWN;
    boolean algorithmRefused =
        switch (algorithm) {
          case "INSTANT" -> mode != OnlineMode.INSTANT;
          case "NOCOPY" -> mode == OnlineMode.COPY || best.rebuilds();
          case "INPLACE" -> mode == OnlineMode.COPY;
          default -> false;
        };
    // MySQL takes INPLACE at its word; to MariaDB it says what may be done at most.
    boolean rebuilt =
        !mariaDb
            && algorithm.equals("INPLACE")
            && mode == OnlineMode.INSTANT
            && changes.stream().anyMatch(OnlineDdl::changesRows);
    OnlineVerdict used =
        algorithm.equals("COPY") ? OnlineVerdict.COPY : rebuilt ? OnlineVerdict.REBUILD : best;
    // MySQL has no lock to choose beside INSTANT.
    boolean lockRefused =
        (lock.equals("NONE") && used.mode().blocksWrites())
            || (!mariaDb && algorithm.equals("INSTANT") && !lock.equals("DEFAULT"));
    boolean blocks =
        used.mode() == OnlineMode.INPLACE && (lock.equals("SHARED") || lock.equals("EXCLUSIVE"));
    OnlineVerdict locked =
        blocks ? new OnlineVerdict(OnlineMode.INPLACE_LOCKING, used.rebuilds()) : used;
    return new OnlineStatement(
        known || algorithm.equals("COPY") ? locked : OnlineVerdict.UNKNOWN,
        alter.algorithm(),
        alter.lock(),
        known && (algorithmRefused || lockRefused));
  }
}
