package dev.watershed.collector.slowlog;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.IssueReason;
import java.io.IOException;

/**
 * Follows one text piece by piece to its end: statements whose boundary has to be decided, those
 * too long for the buffer, and what belongs to no event. Keeps no more of it than its first bytes.
 */
final class StatementWalker {

  private static final int LONGEST_TOKEN = 1 << 20;

  private final SlidingBuffer buffer;
  private final EventSink sink;
  private final Fingerprinter fingerprinter;
  private final LiteralScanner scanner;
  private final BoundaryResolver resolver;
  private final GroupFinder finder = new GroupFinder();
  private int scanned;
  private int fed;
  private boolean visible;

  StatementWalker(
      SlidingBuffer buffer,
      EventSink sink,
      SqlMode mode,
      Fingerprinter fingerprinter,
      EventClock clock) {
    this.buffer = buffer;
    this.sink = sink;
    this.fingerprinter = fingerprinter;
    this.scanner = new LiteralScanner(mode);
    this.resolver = new BoundaryResolver(buffer, clock);
  }

  /**
   * Follows the statement at {@code statement} and gives it to the sink.
   *
   * @param eventTime the time of its event
   * @return the index of what follows it
   */
  int walk(int statement, GroupTime eventTime) throws IOException {
    long start = buffer.offset(statement);
    sink.beginPieces(buffer.bytes(), statement, buffer.limit());
    fingerprinter.beginWithText(FingerprintTexts.LONGEST_TEXT);
    int end = follow(statement, true, true, eventTime);
    boolean cut = end == buffer.limit() && buffer.ended() && scanner.open();
    byte[] bytes = buffer.bytes();
    fingerprinter.feed(bytes, fed, Texts.statementEnd(bytes, fed, end), true);
    sink.comments(bytes, fingerprinter);
    sink.endPieces(fingerprinter, buffer.offset(end) - start, cut);
    return end;
  }

  /**
   * Passes over text that belongs to no event: behind a banner, or after a damaged header.
   *
   * @param owner where the banner or the header begins
   * @param text where its text begins; a damaged header is its own text
   * @return the index of what follows it
   */
  int skip(int owner, int text) throws IOException {
    boolean ownHeader = owner == text;
    long textOffset = buffer.offset(text);
    visible = false;
    int end = follow(text, !ownHeader, false, sink.lastTime());
    if (!ownHeader && visible) {
      sink.issue(IssueReason.UNREADABLE_LINES, 1, textOffset);
    }
    return end;
  }

  /**
   * Follows a text to its end.
   *
   * @param mayEndAtOnce whether its first line may already be the next event's
   * @param statement whether it is a statement, to be fed to the fingerprinter
   */
  private int follow(int text, boolean mayEndAtOnce, boolean statement, GroupTime time)
      throws IOException {
    scanner.reset();
    scanned = text;
    fed = text;
    int from = text;
    boolean firstLine = !mayEndAtOnce;
    boolean atLineStart = mayEndAtOnce;
    while (true) {
      int next = finder.next(buffer.bytes(), from, buffer.limit(), buffer.ended(), atLineStart);
      if (next == GroupFinder.NEED_MORE) {
        advance(finder.safe(), statement);
        firstLine &= finder.safe() <= from;
        atLineStart = finder.safeAtLineStart() && !firstLine;
        slide();
        from = scanned;
        continue;
      }
      advance(next, statement);
      if (finder.kind() == GroupFinder.Kind.END) {
        return next;
      }
      if (!scanner.open()) {
        if (boundary(next)) {
          return next;
        }
      } else if (finder.kind() == GroupFinder.Kind.GROUP
          && buffer.offset(next) >= sink.decidedUntil()
          && resolver.full(next)) {
        BoundaryResolver.Verdict verdict = resolver.decide(next, scanner, time);
        if (verdict != BoundaryResolver.Verdict.TEXT) {
          sink.unterminated(verdict, buffer.offset(next));
          return next;
        }
        sink.eventInLiteral(buffer.offset(next), buffer.offset(resolver.textEnd()));
      }
      from = next;
      atLineStart = false;
    }
  }

  /**
   * Lexes up to {@code to}. What may be the end of the statement, a semicolon and white space, is
   * held back: it belongs to the text only if something follows.
   */
  private void advance(int to, boolean statement) {
    byte[] bytes = buffer.bytes();
    visible |= !Texts.blank(bytes, scanned, to);
    scanner.scan(bytes, scanned, to);
    scanned = to;
    if (statement) {
      fed = fingerprinter.feed(bytes, fed, Texts.statementEnd(bytes, fed, to), false);
      sink.comments(bytes, fingerprinter);
    } else {
      fed = to;
    }
  }

  /** Makes room; a single name, number or run of blanks that is as long as this is passed over. */
  private void slide() throws IOException {
    if (scanned - fed >= LONGEST_TOKEN) {
      fed = scanned;
    }
    buffer.slide(fed);
    scanned -= fed;
    fed = 0;
  }

  /** Whether a candidate outside of all literals ends the text. */
  private boolean boundary(int at) throws IOException {
    return switch (finder.kind()) {
      case BANNER, END -> true;
      case LONE_QUERY_TIME -> scanner.complete();
      case GROUP -> scanner.complete() || resolver.hasQueryTime(at);
    };
  }
}
