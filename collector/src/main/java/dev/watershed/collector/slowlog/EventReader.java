package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
import java.io.IOException;

/**
 * Reads the events of one part of a log in order: header, statement, boundary. One instance per
 * part; what it found goes to an {@link EventSink}. The rules stand in {@code docs/slow-log.md}.
 */
final class EventReader {

  private static final int NEED_MORE = -1;
  private static final int LONGEST_IN_BUFFER = 4 << 20;

  private final SlidingBuffer buffer;
  private final EventSink sink;
  private final HeaderParser parser = new HeaderParser();
  private final GroupFinder finder = new GroupFinder();
  private final Header header = new Header();
  private final Execution execution = new Execution();
  private final Fingerprinter fingerprinter;
  private final StatementWalker walker;

  EventReader(SlidingBuffer buffer, EventSink sink, SlowLogOptions options) {
    this.buffer = buffer;
    this.sink = sink;
    this.fingerprinter = new Fingerprinter(options.sqlMode());
    this.walker = new StatementWalker(buffer, sink, options.sqlMode(), fingerprinter);
  }

  /**
   * Reads events from the buffer's start on.
   *
   * @param atFileStart whether bytes before the first event are to be skipped and reported
   * @param endOffset the first offset at which no event may start any more
   * @return the offset of the first event or banner that starts there or later; the input's end if
   *     there is none
   */
  long read(boolean atFileStart, long endOffset) throws IOException {
    int at = 0;
    buffer.more();
    if (atFileStart) {
      at = skipToFirst();
    }
    while (true) {
      if (at >= buffer.limit() && buffer.ended() || buffer.offset(at) >= endOffset) {
        return buffer.offset(at);
      }
      int next = event(at);
      if (next == NEED_MORE) {
        buffer.slide(at);
        at = 0;
      } else {
        at = next;
      }
    }
  }

  /** Finds the first group or banner and reports what stands before it. */
  private int skipToFirst() throws IOException {
    boolean atLineStart = true;
    boolean unreadable = false;
    int from = 0;
    while (true) {
      int first = finder.next(buffer.bytes(), from, buffer.limit(), buffer.ended(), atLineStart);
      int skipped = first == GroupFinder.NEED_MORE ? finder.safe() : first;
      unreadable |= !blank(from, skipped);
      if (first != GroupFinder.NEED_MORE) {
        if (unreadable) {
          sink.issue(IssueReason.TRUNCATED_START, 1, 0);
        }
        return first;
      }
      atLineStart = finder.safeAtLineStart();
      buffer.slide(skipped);
      from = 0;
    }
  }

  private int event(int at) throws IOException {
    byte[] bytes = buffer.bytes();
    int limit = buffer.limit();
    boolean ended = buffer.ended();
    if (bytes[at] != '#') {
      return banner(at, limit, ended);
    }
    int statement = parser.parse(bytes, at, limit, ended, header, execution);
    if (statement == HeaderParser.NEED_MORE) {
      return starve(at, limit);
    }
    if (!header.hasQueryTime()) {
      return damaged(at, statement);
    }
    int end = finder.next(bytes, statement, limit, ended, true);
    if (end == GroupFinder.NEED_MORE) {
      return limit - at < LONGEST_IN_BUFFER ? NEED_MORE : walk(at, statement);
    }
    fingerprinter.begin();
    fingerprinter.feed(bytes, statement, end, true);
    if (fingerprinter.open() || !finished(bytes, statement, end)) {
      return walk(at, statement);
    }
    if (end == statement && ended && end == limit && bytes[limit - 1] != '\n') {
      sink.issue(IssueReason.TRUNCATED_END, 1, buffer.offset(at));
      return end;
    }
    sink.header(bytes, buffer.offset(at), header, execution);
    sink.statement(bytes, statement, end, fingerprinter);
    return end;
  }

  /** Whether the statement ends with a semicolon before the line at {@code end}. */
  private static boolean finished(byte[] bytes, int statement, int end) {
    int i = end - 1;
    while (i >= statement && (bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == ' ')) {
      i--;
    }
    return i < statement || bytes[i] == ';';
  }

  /** Takes the statement apart with the boundaries decided one by one. */
  private int walk(int at, int statement) throws IOException {
    sink.header(buffer.bytes(), buffer.offset(at), header, execution);
    return walker.walk(statement, GroupTime.of(header));
  }

  private int banner(int at, int limit, boolean ended) throws IOException {
    int behind = GroupFinder.behindBanner(buffer.bytes(), at, limit);
    if (!ended && behind + Words.PADDING >= limit) {
      return NEED_MORE;
    }
    sink.restart(buffer.offset(at));
    return skipUnreadable(behind);
  }

  /** A header without a query time: no event is made of it. */
  private int damaged(int at, int statement) throws IOException {
    boolean cut = statement >= buffer.limit() && buffer.ended();
    sink.issue(
        cut ? IssueReason.TRUNCATED_END : IssueReason.UNREADABLE_LINES, 1, buffer.offset(at));
    return cut ? statement : skipTo(statement);
  }

  /** Skips lines up to the next candidate; reports them when they are not blank. */
  private int skipUnreadable(int from) throws IOException {
    int limit = buffer.limit();
    int next = finder.next(buffer.bytes(), from, limit, buffer.ended(), true);
    boolean visible = !blank(from, next == GroupFinder.NEED_MORE ? finder.safe() : next);
    if (visible) {
      sink.issue(IssueReason.UNREADABLE_LINES, 1, buffer.offset(from));
    }
    return next != GroupFinder.NEED_MORE ? next : skipTo(from);
  }

  private int skipTo(int from) throws IOException {
    int at = from;
    boolean atLineStart = true;
    while (true) {
      int next = finder.next(buffer.bytes(), at, buffer.limit(), buffer.ended(), atLineStart);
      if (next != GroupFinder.NEED_MORE) {
        return next;
      }
      atLineStart = finder.safeAtLineStart();
      buffer.slide(finder.safe());
      at = 0;
    }
  }

  private int starve(int at, int limit) throws IOException {
    if (limit - at < BoundaryResolver.BYTES) {
      return NEED_MORE;
    }
    sink.issue(IssueReason.UNREADABLE_LINES, 1, buffer.offset(at));
    return skipTo(Words.newline(buffer.bytes(), at, limit - 1) + 1);
  }

  private boolean blank(int from, int to) {
    byte[] bytes = buffer.bytes();
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
