package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprinter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of digests, written once for all parts of a run. Bounded: beyond that, written again.
 */
final class FingerprintTexts {

  /** The length in characters at which a fingerprint's text is cut. */
  static final int LONGEST_TEXT = 64 << 10;

  private static final int MOST = 50_000;
  private static final int LONG = 4 << 10;

  private final Map<Long, Fingerprint> texts = new ConcurrentHashMap<>();

  /** The fingerprint with a digest, of the whole statement in {@code [from, to)}. */
  Fingerprint of(long digest, StatementLexer lexer, byte[] bytes, int from, int to) {
    Fingerprint known = texts.get(digest);
    if (known != null) {
      return known;
    }
    Fingerprint written = write(digest, lexer, bytes, from, to);
    if (texts.size() < MOST) {
      texts.put(digest, written);
    }
    return written;
  }

  /** A long statement is mostly rows and lists, of which the text shows one. */
  private static Fingerprint write(
      long digest, StatementLexer lexer, byte[] bytes, int from, int to) {
    Fingerprinter fingerprinter = lexer.fingerprinter();
    Optional<byte[]> shortest =
        to - from < LONG ? Optional.empty() : lexer.memo().shortest(bytes, from, to);
    fingerprinter.beginWithText(LONGEST_TEXT);
    if (shortest.isPresent()) {
      byte[] padded = Arrays.copyOf(shortest.get(), shortest.get().length + Words.PADDING);
      fingerprinter.feed(padded, 0, shortest.get().length, true);
    } else {
      fingerprinter.feed(bytes, from, to, true);
    }
    return new Fingerprint(digest, fingerprinter.text(), fingerprinter.textTruncated());
  }
}
