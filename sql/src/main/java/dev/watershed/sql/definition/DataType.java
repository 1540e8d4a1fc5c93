package dev.watershed.sql.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * A type, one name for each whatever its synonyms.
 *
 * @param text as the server writes it, such as {@code int unsigned}, {@code varchar(64)}; without
 *     the character set
 * @param textual whether its values have a character set
 * @param charset as written; empty if none is
 * @param binaryCollation BINARY: the collation is the {@code _bin} of the character set
 * @param serial SERIAL: NOT NULL, AUTO_INCREMENT and UNIQUE with it
 */
public record DataType(
    String text,
    boolean textual,
    Optional<String> charset,
    boolean binaryCollation,
    boolean serial) {

  public DataType {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(charset, "charset");
  }
}
