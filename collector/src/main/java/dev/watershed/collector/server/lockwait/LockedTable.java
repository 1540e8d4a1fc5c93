package dev.watershed.collector.server.lockwait;

import dev.watershed.collector.server.catalog.InnodbName;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table whose rows are locked, from the ways in which servers name it.
 *
 * @param schema in the words of SQL
 * @param table likewise
 */
record LockedTable(String schema, String table) {

  /** Nobody tells. */
  static final LockedTable UNKNOWN = new LockedTable("", "");

  /**
   * Transaction, tablespace, page, record, address: of a lock on a record (MySQL 8.0 and 8.4
   * Reference Manual, "The data_locks Table"). MySQL 9.7 has one number more behind the first.
   */
  private static final Pattern RECORD_LOCK =
      Pattern.compile("\\d+:(?:\\d+:)?(?<space>\\d{1,18}):\\d+:\\d+:\\d+");

  /** {@code `shop`.`orders`}, and a comment that names a partition. */
  private static final Pattern QUOTED =
      Pattern.compile("`(?<schema>(?:[^`]|``)+)`\\.`(?<table>(?:[^`]|``)+)`.*", Pattern.DOTALL);

  LockedTable {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
  }

  /** The tablespace that the id of a record's lock names. */
  static OptionalLong space(String lockId) {
    Matcher matcher = RECORD_LOCK.matcher(lockId);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group("space")))
        : OptionalLong.empty();
  }

  /** The table of MariaDB's {@code lock_table}. */
  static Optional<LockedTable> ofQuoted(String name) {
    Matcher matcher = QUOTED.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new LockedTable(
                matcher.group("schema").replace("``", "`"),
                matcher.group("table").replace("``", "`")))
        : Optional.empty();
  }

  /**
   * The table of a tablespace, {@code shop/orders}; empty for one that several tables share, and
   * for a name that is not understood whole.
   */
  static Optional<LockedTable> ofFile(String name) {
    return InnodbName.of(name).map(table -> new LockedTable(table.schema(), table.table()));
  }
}
