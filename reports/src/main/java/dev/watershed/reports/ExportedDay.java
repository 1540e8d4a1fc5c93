package dev.watershed.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A day of a server that was exported.
 *
 * @param day in UTC
 * @param server its name in the configuration
 * @param windows how many it is made of
 * @param tables those that have rows
 * @param leftOut files of the store that could not be read, and why
 */
public record ExportedDay(
    LocalDate day, String server, int windows, List<Table> tables, List<String> leftOut) {

  /** A table and how many rows it has. */
  public record Table(String name, long rows) {

    public Table {
      Objects.requireNonNull(name, "name");
    }
  }

  public ExportedDay {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(server, "server");
    tables = List.copyOf(tables);
    leftOut = List.copyOf(leftOut);
  }

  /** The rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
