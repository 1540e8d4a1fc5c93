package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableOptions.Partitions;
import dev.watershed.sql.definition.Token.Kind;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code NAME [=] value} behind the elements of a table, and PARTITION BY. */
final class TableOptionReader {

  private final TokenCursor cursor;
  private Optional<String> engine = Optional.empty();
  private Optional<String> rowFormat = Optional.empty();
  private Optional<String> charset = Optional.empty();
  private Optional<String> collation = Optional.empty();
  private Optional<BigInteger> autoIncrement = Optional.empty();
  private Optional<Partitions> partitions = Optional.empty();
  private Optional<StorageOption> storage = Optional.empty();
  private boolean commented;
  private boolean systemVersioned;

  TableOptionReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads options up to the end, or to a word that begins a query. */
  TableOptions readAll() throws UnreadableDefinitionException {
    while (!cursor.atEnd() && !atQuery()) {
      cursor.takeIf(',');
      if (cursor.isAt("PARTITION")) {
        partitions = Optional.of(new PartitionReader(cursor).read());
      } else {
        option();
      }
    }
    return options();
  }

  TableOptions options() {
    return new TableOptions(
        engine,
        rowFormat,
        charset,
        collation,
        autoIncrement,
        commented,
        systemVersioned,
        partitions);
  }

  /** How pages are stored; the last that is said. */
  Optional<StorageOption> storage() {
    return storage;
  }

  private boolean atQuery() {
    return cursor.isAt("AS")
        || cursor.isAt("SELECT")
        || cursor.isAt("IGNORE")
        || cursor.isAt("REPLACE")
        || cursor.isAt('(')
        || (cursor.isAt("WITH") && !cursor.isAt("WITH", "SYSTEM"));
  }

  /** Reads one option. */
  void option() throws UnreadableDefinitionException {
    if (cursor.takeIf("START", "TRANSACTION")) {
      return;
    }
    if (cursor.takeIf("WITH", "SYSTEM", "VERSIONING")) {
      systemVersioned = true;
      return;
    }
    if (cursor.takeIf("WITHOUT", "SYSTEM", "VERSIONING")) {
      return;
    }
    cursor.takeIf("DEFAULT");
    String name = cursor.name("a table option").toUpperCase(Locale.ROOT);
    switch (name) {
      case "CHARACTER" -> {
        cursor.require("SET");
        charset = Optional.of(value());
      }
      case "CHARSET" -> charset = Optional.of(value());
      case "COLLATE" -> collation = Optional.of(value());
      case "ENGINE", "TYPE" -> engine = Optional.of(value());
      case "ROW_FORMAT" -> rowFormat = Optional.of(value().toUpperCase(Locale.ROOT));
      case "COMMENT" -> commented = !value().isEmpty();
      case "AUTO_INCREMENT" -> autoIncrement();
      case "DATA", "INDEX" -> {
        cursor.require("DIRECTORY");
        value();
      }
      case "ENCRYPTION" -> storage = Optional.of(encryption());
      case "TABLESPACE" -> {
        storage = StorageOption.named(name);
        value();
        if (cursor.takeIf("STORAGE")) {
          cursor.take();
        }
      }
      default -> {
        storage = StorageOption.named(name).or(() -> storage);
        skipValue();
      }
    }
  }

  private String value() throws UnreadableDefinitionException {
    cursor.takeIf('=');
    return cursor.wordOrString("a value");
  }

  /** MySQL does not encrypt for N in any letter case, and for an empty text. */
  private StorageOption encryption() throws UnreadableDefinitionException {
    return value().matches("[Nn]?") ? StorageOption.NO_ENCRYPTION : StorageOption.ENCRYPTION;
  }

  private void autoIncrement() throws UnreadableDefinitionException {
    cursor.takeIf('=');
    if (cursor.peek(0).kind() != Kind.NUMBER) {
      throw cursor.unexpected("a number");
    }
    try {
      autoIncrement = Optional.of(new BigInteger(cursor.peek(0).text()));
    } catch (NumberFormatException e) {
      throw cursor.unexpected("a whole number");
    }
    cursor.take();
  }

  private void skipValue() throws UnreadableDefinitionException {
    boolean equals = cursor.takeIf('=');
    if (cursor.isAt('(')) {
      cursor.skipParentheses();
    } else if (equals || cursor.peek(0).kind() != Kind.SYMBOL) {
      if (cursor.atEnd()) {
        throw cursor.unexpected("a value");
      }
      cursor.take();
    }
  }
}
