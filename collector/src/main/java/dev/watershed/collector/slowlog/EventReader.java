package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.FingerprintMemo;
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
  private static final int CUT = -2;
  private static final int LONGEST_IN_BUFFER = 4 << 20;

  private final SlidingBuffer buffer;
  private final EventSink sink;
  private final HeaderParser parser = new HeaderParser();
  private final GroupFinder finder = new GroupFinder();
  private final Header header = new Header();
  private final Execution execution = new Execution();
  private final CommentRange comment = new CommentRange();
  private final StatementLexer lexer;
  private final Fingerprinter fingerprinter;
  private final FingerprintMemo memo;
  private final EventClock clock;
  private final StatementWalker walker;
  private final WindowCut cut;

  /** Where the first banner may stand without being a restart; −1 when there is no such place. */
  private long start = -1;

  private long certain;
  private boolean stoppedAtCut;

  EventReader(
      SlidingBuffer buffer,
      EventSink sink,
      SlowLogOptions options,
      StatementLexer lexer,
      WindowCut cut) {
    this.buffer = buffer;
    this.sink = sink;
    this.lexer = lexer;
    this.cut = cut;
    this.fingerprinter = lexer.fingerprinter();
    this.memo = lexer.memo();
    this.clock = new EventClock(options.timeZone());
    this.walker = new StatementWalker(buffer, sink, options.sqlMode(), fingerprinter, clock);
  }

  /**
   * Reads events from the buffer's start on.
   *
   * @param atFileStart whether bytes before the first event are to be skipped and reported
   * @param endOffset the first offset at which no event may start any more
   * @return the offset of the first event or banner that starts there or later, or before which the
   *     window ends; the input's end if there is none
   * @throws UncertainEndException at {@link #certain()}, if the input has not been written yet as
   *     far as it takes
   */
  long read(boolean atFileStart, long endOffset) throws IOException {
    int at = 0;
    if (buffer.limit() == 0) {
      buffer.more();
    }
    certain = buffer.offset(at);
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
      } else if (next == CUT) {
        stoppedAtCut = true;
        buffer.drop(at);
        return buffer.offset(0);
      } else {
        at = next;
        certain = buffer.offset(at);
        if (sink.holds()) {
          sink.release();
        }
      }
    }
  }

  /** The offset up to which everything was taken. */
  long certain() {
    return certain;
  }

  /** Whether the reading stopped because the next event belongs to the next window. */
  boolean stoppedAtCut() {
    return stoppedAtCut;
  }

  /** Finds the first event or banner and reports what stands before it. */
  private int skipToFirst() throws IOException {
    boolean atLineStart = true;
    boolean unreadable = false;
    int from = 0;
    while (true) {
      int next = finder.next(buffer.bytes(), from, buffer.limit(), buffer.ended(), atLineStart);
      if (next != GroupFinder.NEED_MORE && startsReading(next)) {
        if (unreadable || !Texts.blank(buffer.bytes(), from, next)) {
          sink.issue(IssueReason.TRUNCATED_START, 1, 0);
        } else {
          start = buffer.offset(next);
        }
        return next;
      }
      boolean found = next != GroupFinder.NEED_MORE;
      int skipped = found ? next : finder.safe();
      unreadable |= found || !Texts.blank(buffer.bytes(), from, skipped);
      atLineStart = !found && finder.safeAtLineStart();
      from = skipped;
      if (!found) {
        buffer.slide(skipped);
        from = 0;
      }
    }
  }

  private boolean startsReading(int at) throws IOException {
    return switch (finder.kind()) {
      case BANNER, END -> true;
      case LONE_QUERY_TIME -> false;
      case GROUP -> {
        int statement = parse(at);
        yield header.hasQueryTime()
            || HeaderParser.cut(buffer.bytes(), statement, buffer.limit(), header);
      }
    };
  }

  /** Reads a header, and as much of the input as it takes; indexes stay as they are. */
  private int parse(int at) throws IOException {
    while (true) {
      int statement =
          parser.parse(buffer.bytes(), at, buffer.limit(), buffer.ended(), header, execution);
      if (statement != HeaderParser.NEED_MORE || buffer.limit() - at > BoundaryResolver.BYTES) {
        return Math.max(at, statement);
      }
      buffer.more();
    }
  }

  private int event(int at) throws IOException {
    byte[] bytes = buffer.bytes();
    int limit = buffer.limit();
    boolean ended = buffer.ended();
    if (!ended && GroupFinder.mayBeBanner(bytes, at, limit)) {
      return NEED_MORE;
    }
    if (bytes[at] != '#' || GroupFinder.bannerAt(bytes, at, limit)) {
      return banner(at, limit, ended);
    }
    int statement = parser.parse(bytes, at, limit, ended, header, execution);
    if (statement == HeaderParser.NEED_MORE) {
      return starve(at, limit);
    }
    if (ended && HeaderParser.cut(bytes, statement, limit, header)) {
      sink.cut(buffer.offset(at));
      return limit;
    }
    if (!header.hasQueryTime()) {
      return damaged(at);
    }
    if (cut.before(header, execution)) {
      return CUT;
    }
    int end = finder.next(bytes, statement, limit, ended, true);
    if (end == GroupFinder.NEED_MORE) {
      return limit - at < LONGEST_IN_BUFFER ? NEED_MORE : walk(at, statement);
    }
    if (!Texts.complete(bytes, statement, end)) {
      return walk(at, statement);
    }
    int to = Texts.statementEnd(bytes, statement, end);
    comment.split(bytes, statement, to);
    long known = memo.find(bytes, comment.textFrom(), comment.textTo());
    if (known != FingerprintMemo.UNKNOWN) {
      sink.header(bytes, buffer.offset(at), header, execution);
      sink.remembered(bytes, statement, to, known, comment, lexer);
      return end;
    }
    fingerprinter.begin();
    int fed = fingerprinter.feed(bytes, statement, end, false);
    boolean open = fingerprinter.open();
    fingerprinter.feed(bytes, fed, end, true);
    if (open) {
      return walk(at, statement);
    }
    memo.remember(bytes, comment.textFrom(), comment.textTo(), fingerprinter.digest());
    sink.header(bytes, buffer.offset(at), header, execution);
    sink.statement(bytes, statement, to, lexer);
    return end;
  }

  /** Takes the statement apart with the boundaries decided one by one. */
  private int walk(int at, int statement) throws IOException {
    GroupTime time = GroupTime.of(header, clock).or(sink.lastTime());
    sink.hold();
    sink.header(buffer.bytes(), buffer.offset(at), header, execution);
    return walker.walk(statement, time);
  }

  private int damaged(int at) throws IOException {
    sink.hold();
    sink.damaged(buffer.offset(at));
    return walker.skip(at, at);
  }

  private int banner(int at, int limit, boolean ended) throws IOException {
    int behind = GroupFinder.behindBanner(buffer.bytes(), at, limit);
    if (!ended && behind + Words.PADDING >= limit) {
      return NEED_MORE;
    }
    sink.hold();
    sink.restart(buffer.offset(at), buffer.offset(at) == start);
    return walker.skip(at, behind);
  }

  /** A header of many megabytes is none: its first line is passed over. */
  private int starve(int at, int limit) throws IOException {
    if (limit - at < BoundaryResolver.BYTES) {
      return NEED_MORE;
    }
    return damaged(at);
  }
}
