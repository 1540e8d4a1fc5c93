package dev.watershed.collector.slowlog;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.IssueReason;
import java.io.IOException;

/**
 * Follows one statement piece by piece to its end: for statements whose boundary has to be decided
 * and for those too long for the buffer. Keeps no more of the statement than its first bytes.
 */
final class StatementWalker {

  private static final byte[] QUERY_TIME = {
    '#', ' ', 'Q', 'u', 'e', 'r', 'y', '_', 't', 'i', 'm', 'e', ':', ' '
  };
  private static final int HEADER_LINES = 12;

  private final SlidingBuffer buffer;
  private final EventSink sink;
  private final Fingerprinter fingerprinter;
  private final LiteralScanner scanner;
  private final BoundaryResolver resolver;
  private final GroupFinder finder = new GroupFinder();
  private int scanned;
  private int fed;

  StatementWalker(SlidingBuffer buffer, EventSink sink, SqlMode mode, Fingerprinter fingerprinter) {
    this.buffer = buffer;
    this.sink = sink;
    this.fingerprinter = fingerprinter;
    this.scanner = new LiteralScanner(mode);
    this.resolver = new BoundaryResolver(buffer);
  }

  /**
   * Follows the statement at {@code statement} and gives it to the sink.
   *
   * @param eventTime the time of its event
   * @return the index of what follows it
   */
  int walk(int statement, GroupTime eventTime) throws IOException {
    long start = buffer.offset(statement);
    scanner.reset();
    fingerprinter.beginWithText(EventSink.LONGEST_TEXT);
    sink.beginPieces(buffer.bytes(), statement, buffer.limit());
    scanned = statement;
    fed = statement;
    int from = statement;
    long textEnd = -1;
    boolean atLineStart = true;
    while (true) {
      int next = finder.next(buffer.bytes(), from, buffer.limit(), buffer.ended(), atLineStart);
      if (next == GroupFinder.NEED_MORE) {
        advance(finder.safe());
        atLineStart = finder.safeAtLineStart();
        slide();
        from = scanned;
        continue;
      }
      advance(next);
      GroupFinder.Kind kind = finder.kind();
      if (kind == GroupFinder.Kind.END) {
        return finish(next, start, scanner.open());
      }
      if (!scanner.open()) {
        if (boundary(next, kind, start)) {
          return finish(next, start, false);
        }
      } else if (kind == GroupFinder.Kind.GROUP
          && buffer.offset(next) >= textEnd
          && resolver.full(next)) {
        BoundaryResolver.Verdict verdict = resolver.decide(next, scanner, eventTime);
        if (verdict != BoundaryResolver.Verdict.TEXT) {
          sink.unterminated(verdict, buffer.offset(next));
          return finish(next, start, false);
        }
        textEnd = buffer.offset(resolver.textEnd());
        sink.issue(IssueReason.EVENT_IN_LITERAL, 1, buffer.offset(next));
      }
      from = next;
      atLineStart = false;
    }
  }

  private int finish(int end, long start, boolean cut) {
    fingerprinter.feed(buffer.bytes(), fed, end, true);
    sink.comments(buffer.bytes(), fingerprinter);
    sink.endPieces(fingerprinter, buffer.offset(end) - start, cut);
    return end;
  }

  /** Lexes up to {@code to}. */
  private void advance(int to) {
    byte[] bytes = buffer.bytes();
    scanner.scan(bytes, scanned, to);
    scanned = to;
    fed = fingerprinter.feed(bytes, fed, to, false);
    sink.comments(bytes, fingerprinter);
  }

  /** Makes room; a single token as long as the buffer is passed over. */
  private void slide() throws IOException {
    if (fed == 0 && buffer.limit() == buffer.capacity()) {
      fed = scanned;
    }
    buffer.slide(fed);
    scanned -= fed;
    fed = 0;
  }

  /** Whether a candidate outside of all literals ends the statement. */
  private boolean boundary(int at, GroupFinder.Kind kind, long start) throws IOException {
    if (kind == GroupFinder.Kind.BANNER || scanner.terminated() || buffer.offset(at) == start) {
      return true;
    }
    return kind == GroupFinder.Kind.GROUP && queryTimeFollows(at);
  }

  private boolean queryTimeFollows(int at) throws IOException {
    int line = at;
    for (int lines = 0; lines < HEADER_LINES; lines++) {
      int newline = Words.newline(buffer.bytes(), line, buffer.limit());
      while (newline + QUERY_TIME.length >= buffer.limit() && !buffer.ended()) {
        buffer.more();
        newline = Words.newline(buffer.bytes(), line, buffer.limit());
      }
      line = newline + 1;
      if (line >= buffer.limit() || buffer.bytes()[line] != '#') {
        return false;
      }
      if (Words.startsWith(buffer.bytes(), line, buffer.limit(), QUERY_TIME)) {
        return true;
      }
    }
    return false;
  }
}
