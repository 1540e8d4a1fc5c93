package dev.watershed.collector.slowlog;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.FingerprintMemo;
import dev.watershed.sql.fingerprint.Fingerprinter;

/** What one thread lexes statements with, kept from part to part for what it remembers. */
record StatementLexer(Fingerprinter fingerprinter, FingerprintMemo memo) {

  StatementLexer(SqlMode mode) {
    this(new Fingerprinter(mode), new FingerprintMemo(mode));
  }
}
