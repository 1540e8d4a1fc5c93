package dev.watershed.collector.generallog;

import dev.watershed.collector.origin.StatementTags;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.Origin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps each statement once per schema and origin. Bounded: what is beyond is counted; a text that
 * is new goes before further origins of a known one.
 */
final class SentStatements {

  private static final int LONGEST_TEXT = 64 << 10;

  private record Key(long digest, Optional<String> schema, Origin origin) {}

  private final SlowLogOptions options;
  private final Fingerprinter fingerprinter;
  private final Map<Key, SentStatement> statements = new LinkedHashMap<>();
  private final Map<Long, Fingerprint> texts = new HashMap<>();
  private long beyond;

  SentStatements(SlowLogOptions options) {
    this.options = options;
    this.fingerprinter = new Fingerprinter(options.sqlMode());
  }

  /**
   * Takes a statement.
   *
   * @param cut whether it is the beginning of one only
   */
  void add(Session session, byte[] bytes, int from, int to, boolean cut) {
    fingerprinter.begin();
    fingerprinter.feed(bytes, from, to, true);
    long digest = fingerprinter.digest();
    Origin origin =
        new Origin(
            session.user(),
            session.host(),
            StatementTags.of(bytes, fingerprinter, options.tagKeys()));
    Key key = new Key(digest, session.schema(), origin);
    if (statements.containsKey(key)) {
      return;
    }
    boolean known = texts.containsKey(digest);
    boolean full =
        known
            ? statements.size() >= options.bounds().statements()
            : texts.size() >= options.bounds().texts();
    if (full) {
      beyond++;
      return;
    }
    Fingerprint text = known ? texts.get(digest) : text(digest, bytes, from, to);
    texts.put(digest, text);
    statements.put(
        key,
        new SentStatement(digest, text.text(), cut || text.truncated(), session.schema(), origin));
  }

  /** In the order in which they came first. */
  List<SentStatement> statements() {
    return List.copyOf(statements.values());
  }

  /** How many executions were beyond the bound. */
  long beyond() {
    return beyond;
  }

  private Fingerprint text(long digest, byte[] bytes, int from, int to) {
    fingerprinter.beginWithText(LONGEST_TEXT);
    fingerprinter.feed(bytes, from, to, true);
    return new Fingerprint(digest, fingerprinter.text(), fingerprinter.textTruncated());
  }
}
