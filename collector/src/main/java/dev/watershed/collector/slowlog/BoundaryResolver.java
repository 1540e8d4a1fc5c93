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

  private record Group(int at, GroupTime time) {}

  private final GroupFinder finder = new GroupFinder();
  private final HeaderParser parser = new HeaderParser();
  private final Header header = new Header();
  private final Execution execution = new Execution();
  private final SlidingBuffer buffer;
  private int textEnd;

  BoundaryResolver(SlidingBuffer buffer) {
    this.buffer = buffer;
  }

  /** After {@link Verdict#TEXT}: the index up to which groups are text. */
  int textEnd() {
    return textEnd;
  }

  /** Whether a full group (user line, query time, SET timestamp) begins at {@code at}. */
  boolean full(int at) throws IOException {
    while (true) {
      int statement =
          parser.parse(buffer.bytes(), at, buffer.limit(), buffer.ended(), header, execution);
      if (statement != HeaderParser.NEED_MORE) {
        return header.hasUserLine() && header.hasQueryTime() && header.hasSetTimestamp();
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
    groups.add(new Group(at, GroupTime.of(header)));
    int position = at;
    while (true) {
      int next = nextCandidate(at, position);
      if (next < 0 || next - at > BYTES) {
        return Verdict.UNTERMINATED;
      }
      ahead.scan(buffer.bytes(), position, next);
      position = next;
      if (next == buffer.limit() && buffer.ended()) {
        boolean closed = !ahead.open() && endsStatement(next);
        return closed ? decideAtEnd(groups, literalTime, next) : Verdict.UNTERMINATED;
      }
      if (!full(next)) {
        continue;
      }
      Group group = new Group(next, GroupTime.of(header));
      if (!ahead.open()) {
        textEnd = next;
        groups.add(group);
        return events(groups, literalTime) ? Verdict.SUSPENDED : Verdict.TEXT;
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

  private Verdict decideAtEnd(List<Group> groups, GroupTime literalTime, int end) {
    textEnd = end;
    if (groups.size() < 2) {
      return Verdict.TEXT;
    }
    groups.add(new Group(end, new GroupTime(Long.MIN_VALUE, false)));
    return events(groups, literalTime) ? Verdict.SUSPENDED : Verdict.TEXT;
  }

  /** Whether all groups but the last are complete and all times stand in order. */
  private boolean events(List<Group> groups, GroupTime literalTime) {
    GroupTime before = literalTime;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      if (!before.notAfter(group.time())) {
        return false;
      }
      if (i > 0 && !endsStatement(group.at())) {
        return false;
      }
      before = group.time().known() ? group.time() : before;
    }
    return true;
  }

  /** Whether the text before {@code at} ends with a semicolon and at most a line end. */
  private boolean endsStatement(int at) {
    byte[] bytes = buffer.bytes();
    int i = at - 1;
    if (i >= 0 && bytes[i] == '\n') {
      i--;
    }
    if (i >= 0 && bytes[i] == '\r') {
      i--;
    }
    return i >= 0 && bytes[i] == ';';
  }
}
