package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a full header group inside an open literal is: text of the statement, or the next
 * event. Quotes alone cannot tell, since a server logs a failed statement as it came; the rule and
 * its worked cases stand in {@code docs/slow-log.md}.
 */
final class BoundaryResolver {

  /** How many groups are looked at behind the one in question. */
  static final int GROUPS = 16;

  /** How far is looked, in bytes. */
  static final int BYTES = 16 << 20;

  /** The decision. */
  enum Verdict {
    /** The literal closes: the groups up to {@link #textEnd()} are text. */
    TEXT,
    /** The literal never closes: the group is the next event. */
    UNTERMINATED,
    /** Another open literal closes it, and the groups between are events all the same. */
    SUSPENDED
  }

  private record Group(int at, int statement, GroupTime time) {}

  private static final GroupTime NO_TIME = new GroupTime(ReaderState.NO_TIME, false);

  private final GroupFinder finder = new GroupFinder();
  private final HeaderParser parser = new HeaderParser();
  private final Header header = new Header();
  private final Execution execution = new Execution();
  private final SlidingBuffer buffer;
  private final EventClock clock;
  private int statement;
  private int textEnd;

  BoundaryResolver(SlidingBuffer buffer, EventClock clock) {
    this.buffer = buffer;
    this.clock = clock;
  }

  /** After {@link Verdict#TEXT}: the index up to which groups are text. */
  int textEnd() {
    return textEnd;
  }

  /** Whether a full group (user line, query time, SET timestamp) begins at {@code at}. */
  boolean full(int at) throws IOException {
    return hasQueryTime(at) && header.hasUserLine() && header.hasSetTimestamp();
  }

  /** Whether the header lines that begin at {@code at} have a query time. */
  boolean hasQueryTime(int at) throws IOException {
    while (true) {
      statement =
          parser.parse(buffer.bytes(), at, buffer.limit(), buffer.ended(), header, execution);
      if (statement != HeaderParser.NEED_MORE) {
        return header.hasQueryTime();
      }
      if (buffer.limit() - at > BYTES) {
        return false;
      }
      buffer.more();
    }
  }

  /**
   * Decides about the full group at {@code at}. May read on; indexes stay as they are.
   *
   * @param scanner the state of the statement's text at {@code at}; not changed
   * @param literalTime the time of the event that holds the literal
   */
  Verdict decide(int at, LiteralScanner scanner, GroupTime literalTime) throws IOException {
    LiteralScanner ahead = scanner.copy();
    List<Group> groups = new ArrayList<>();
    full(at);
    groups.add(new Group(at, statement, GroupTime.of(header, clock)));
    int position = at;
    while (true) {
      int next = nextCandidate(at, position);
      if (next < 0 || next - at > BYTES) {
        return Verdict.UNTERMINATED;
      }
      ahead.scan(buffer.bytes(), position, next);
      position = next;
      if (next == buffer.limit() && buffer.ended()) {
        boolean closed = !ahead.open() && Texts.complete(buffer.bytes(), at, next);
        textEnd = next;
        if (!closed) {
          return Verdict.UNTERMINATED;
        }
        boolean several = groups.size() > 1;
        return several && events(groups, literalTime, NO_TIME, next)
            ? Verdict.SUSPENDED
            : Verdict.TEXT;
      }
      if (next < groups.get(groups.size() - 1).statement() || !full(next)) {
        continue;
      }
      Group group = new Group(next, statement, GroupTime.of(header, clock));
      if (!ahead.open()) {
        textEnd = next;
        return events(groups, literalTime, group.time(), next) ? Verdict.SUSPENDED : Verdict.TEXT;
      }
      if (groups.size() == GROUPS) {
        return Verdict.UNTERMINATED;
      }
      groups.add(group);
    }
  }

  /** The next line that may start a group behind {@code position}; −1 when it is too far. */
  private int nextCandidate(int at, int position) throws IOException {
    int from = position;
    boolean atLineStart = false;
    while (true) {
      int next = finder.next(buffer.bytes(), from, buffer.limit(), buffer.ended(), atLineStart);
      if (next >= 0) {
        return next;
      }
      if (buffer.limit() - at > BYTES) {
        return -1;
      }
      from = Math.max(from, finder.safe());
      atLineStart = finder.safeAtLineStart() && from > position;
      buffer.more();
    }
  }

  /** Whether all groups have complete statements and all times stand in order. */
  private boolean events(List<Group> groups, GroupTime before, GroupTime after, int until) {
    for (int i = 0; i < groups.size(); i++) {
      boolean last = i == groups.size() - 1;
      GroupTime own = groups.get(i).time();
      GroupTime next = last ? after : groups.get(i + 1).time();
      int end = last ? until : groups.get(i + 1).at();
      boolean sound =
          Texts.complete(buffer.bytes(), groups.get(i).statement(), end)
              && before.notAfter(own)
              && own.notAfter(next)
              && own.notAfter(after);
      if (!sound) {
        return false;
      }
    }
    return true;
  }
}
