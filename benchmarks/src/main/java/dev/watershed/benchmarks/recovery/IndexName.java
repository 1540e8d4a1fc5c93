package dev.watershed.benchmarks.recovery;

import java.util.List;

/**
 * An index of a server.
 *
 * @param parts its columns in order, with prefix and direction as the server prints them
 */
record IndexName(String schema, String table, String index, List<String> parts)
    implements Comparable<IndexName> {

  IndexName {
    parts = List.copyOf(parts);
  }

  String qualifiedTable() {
    return schema + "." + table;
  }

  /** The table in back-ticks. */
  String quotedTable() {
    return "`" + schema + "`.`" + table + "`";
  }

  @Override
  public int compareTo(IndexName other) {
    int byTable = qualifiedTable().compareTo(other.qualifiedTable());
    return byTable != 0 ? byTable : index.compareTo(other.index);
  }

  @Override
  public String toString() {
    return qualifiedTable() + " " + index + " (" + String.join(", ", parts) + ")";
  }
}
