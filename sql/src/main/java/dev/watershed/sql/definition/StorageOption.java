package dev.watershed.sql.definition;

import java.util.Locale;
import java.util.Optional;

/** Options of a table that say how its pages are stored: the stored rows are written anew. */
public enum StorageOption {
  /** ENCRYPTION of MySQL and ENCRYPTED of MariaDB. */
  ENCRYPTION,
  /** {@code ENCRYPTION='N'} of MySQL, which writes anew what was encrypted only. */
  NO_ENCRYPTION,
  /** KEY_BLOCK_SIZE: the size of compressed pages. */
  KEY_BLOCK_SIZE,
  /** PAGE_COMPRESSED of MariaDB. */
  PAGE_COMPRESSED,
  /** TABLESPACE of MySQL, also if it names the one that the table is in. */
  TABLESPACE;

  /** The option of a name, in any letter case; empty for others. */
  static Optional<StorageOption> named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ENCRYPTION", "ENCRYPTED" -> Optional.of(ENCRYPTION);
      case "KEY_BLOCK_SIZE" -> Optional.of(KEY_BLOCK_SIZE);
      case "PAGE_COMPRESSED" -> Optional.of(PAGE_COMPRESSED);
      case "TABLESPACE" -> Optional.of(TABLESPACE);
      default -> Optional.empty();
    };
  }
}
