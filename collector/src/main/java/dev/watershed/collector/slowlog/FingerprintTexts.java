package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprinter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of digests, written once for all parts of a run. Bounded: beyond that, written again.
 */
final class FingerprintTexts {

  /** The length in characters at which a fingerprint's text is cut. */
  static final int LONGEST_TEXT = 64 << 10;

  private static final int MOST = 50_000;

  private final Map<Long, Fingerprint> texts = new ConcurrentHashMap<>();

  /** The fingerprint with a digest, of the whole statement in {@code [from, to)}. */
  Fingerprint of(long digest, Fingerprinter fingerprinter, byte[] bytes, int from, int to) {
    Fingerprint known = texts.get(digest);
    if (known != null) {
      return known;
    }
    fingerprinter.beginWithText(LONGEST_TEXT);
    fingerprinter.feed(bytes, from, to, true);
    Fingerprint written =
        new Fingerprint(digest, fingerprinter.text(), fingerprinter.textTruncated());
    if (texts.size() < MOST) {
      texts.put(digest, written);
    }
    return written;
  }
}
