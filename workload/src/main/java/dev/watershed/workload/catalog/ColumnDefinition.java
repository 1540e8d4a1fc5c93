package dev.watershed.workload.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * A column as it is defined.
 *
 * @param type the whole type as {@code information_schema.COLUMNS.COLUMN_TYPE} has it, such as
 *     {@code int unsigned}, {@code varchar(64)}, {@code enum('Y','N')}
 * @param charset of a column of texts; empty for others, and if unknown
 * @param collation likewise
 * @param defaultValue the literal as {@code ?}, or an expression without its literals; empty where
 *     there is no DEFAULT or it is NULL
 * @param updatedToNow ON UPDATE CURRENT_TIMESTAMP
 * @param generated how it is computed from other columns
 * @param visible whether {@code SELECT *} has it
 * @param commented whether there is a comment
 */
public record ColumnDefinition(
    String name,
    String type,
    boolean nullable,
    Optional<String> charset,
    Optional<String> collation,
    Optional<String> defaultValue,
    boolean updatedToNow,
    boolean autoIncrement,
    Optional<GeneratedValue> generated,
    boolean visible,
    boolean commented) {

  public ColumnDefinition {
    Names.require(name, "column");
    Names.require(type, "column's type");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(generated, "generated");
  }
}
