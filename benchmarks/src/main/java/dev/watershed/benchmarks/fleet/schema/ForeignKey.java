package dev.watershed.benchmarks.fleet.schema;

/**
 * A foreign key to another table's {@code id}.
 *
 * @param name unique in its schema
 * @param column of the child
 * @param parent the table it refers to
 * @param cascade whether a deleted parent takes its children along
 */
public record ForeignKey(String name, String column, TableName parent, boolean cascade) {

  String ddl() {
    return "CONSTRAINT "
        + name
        + " FOREIGN KEY ("
        + column
        + ") REFERENCES "
        + parent
        + " (id)"
        + (cascade ? " ON DELETE CASCADE" : "");
  }
}
