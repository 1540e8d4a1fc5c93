package dev.watershed.collector.slowlog;

import java.nio.charset.StandardCharsets;

/**
 * Tells the statements of Watershed from those of others: a name that it gives the tables it reads
 * stands in them, outside of literals and comments.
 */
final class OwnStatements {

  private final String alias;
  private final byte[] bytes;

  OwnStatements(String alias) {
    this.alias = alias;
    this.bytes = alias.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the padded statement in {@code [0, to)} is one. */
  boolean is(byte[] statement, int to, StatementLexer lexer, FingerprintTexts texts) {
    if (!holds(statement, to)) {
      return false;
    }
    lexer.fingerprinter().begin();
    lexer.fingerprinter().feed(statement, 0, to, true);
    return texts.of(lexer.fingerprinter().digest(), lexer, statement, 0, to).text().contains(alias);
  }

  private boolean holds(byte[] statement, int to) {
    for (int i = 0; i + bytes.length <= to; i++) {
      if (statement[i] == bytes[0] && Words.startsWith(statement, i, to, bytes)) {
        return true;
      }
    }
    return false;
  }
}
