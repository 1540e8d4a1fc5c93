package dev.watershed.sql.parse;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sf.jsqlparser.statement.select.Select;

/** A statement taken apart: what it writes, and the query that says which rows. */
public sealed interface ParsedStatement {

  /** SELECT, VALUES, TABLE. */
  record Query(Select select) implements ParsedStatement {

    public Query {
      Objects.requireNonNull(select, "select");
    }
  }

  /**
   * INSERT or REPLACE.
   *
   * @param columns that are given values; empty if all are
   * @param updated the columns that ON DUPLICATE KEY UPDATE sets; empty without it
   * @param rows the query that brings the rows; for VALUES, one that selects all their values
   * @param fromQuery whether rows come from a query
   * @param updates a query over no table that selects the values of ON DUPLICATE KEY UPDATE; only
   *     if there is a subquery in them
   */
  record Insert(
      WrittenName table,
      List<String> columns,
      List<String> updated,
      Select rows,
      boolean fromQuery,
      Optional<Select> updates)
      implements ParsedStatement {

    public Insert {
      Objects.requireNonNull(table, "table");
      columns = List.copyOf(columns);
      updated = List.copyOf(updated);
      Objects.requireNonNull(rows, "rows");
      Objects.requireNonNull(updates, "updates");
    }
  }

  /**
   * UPDATE.
   *
   * @param rows a query over the same tables with the same conditions, which selects each assigned
   *     column and behind it the value that it is assigned
   */
  record Update(Select rows) implements ParsedStatement {

    public Update {
      Objects.requireNonNull(rows, "rows");
    }
  }

  /**
   * DELETE.
   *
   * @param targets the tables or aliases whose rows go; empty if there is one table
   * @param rows a query over the same tables with the same conditions
   */
  record Delete(List<WrittenName> targets, Select rows) implements ParsedStatement {

    public Delete {
      targets = List.copyOf(targets);
      Objects.requireNonNull(rows, "rows");
    }
  }
}
