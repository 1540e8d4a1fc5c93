package dev.watershed.collector.server.statements;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Query;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;

/**
 * What a row of the digest table is of.
 *
 * @param own whether Watershed itself ran it
 */
record DigestName(Fingerprint fingerprint, boolean own) {

  /** How they are written and read. */
  static final DigestMap.Codec<DigestName> CODEC =
      new DigestMap.Codec<>() {
        @Override
        public void write(DigestName value, ByteWriter bytes) {
          Fingerprint fingerprint = value.fingerprint();
          bytes.fixed(fingerprint.digest()).text(fingerprint.text());
          bytes.flag(fingerprint.truncated()).flag(value.own());
        }

        @Override
        public DigestName read(ByteReader bytes) throws DamagedBytesException {
          return new DigestName(
              new Fingerprint(bytes.fixed(), bytes.text(), bytes.flag()), bytes.flag());
        }
      };

  private static final String OWN = "`" + Query.ALIAS + "`";

  /**
   * The name that a digest text gives. MySQL counts the steps of a prepared statement apart: an
   * execution is one of its statement, and the others are commands, as the slow log has them.
   *
   * @param maxDigestLength of the server, in bytes
   */
  static DigestName of(String digestText, int maxDigestLength) {
    if (isStep(digestText, "PREPARE ")) {
      return new DigestName(Fingerprints.ofAdministratorCommand("Prepare"), false);
    }
    if (isStep(digestText, "DEALLOCATE ") && !digestText.startsWith("DEALLOCATE PREPARE `")) {
      return new DigestName(Fingerprints.ofAdministratorCommand("Close stmt"), false);
    }
    return new DigestName(
        Fingerprints.ofDigestText(digestText, maxDigestLength), digestText.contains(OWN));
  }

  /** Whether a statement, and not a name, follows the word. */
  private static boolean isStep(String text, String word) {
    return text.startsWith(word) && !text.startsWith("`", word.length());
  }
}
