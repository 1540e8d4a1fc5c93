package dev.watershed.collector.generallog;

import dev.watershed.collector.slowlog.LiteralScanner;
import dev.watershed.collector.slowlog.SlidingBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what the beginning of an event inside an open literal is: text of the statement, or the
 * next event. Quotes alone cannot tell, since MariaDB logs a statement that it then refuses. The
 * rule is that of slow logs: it is text if the literal is closed where one of the next 16
 * beginnings stands, or at the end of the log, within 16 MB; unless all beginnings up to there fit
 * as events, by their connections and times: then two literals are open, and the second closed the
 * first.
 */
final class OpenLiteral {

  private static final int GROUPS = 16;

  /** The decision. */
  enum Verdict {
    /** The literal closes: what begins before {@link #textEnd()} is text. */
    TEXT,
    /** The literal never closes: the next event begins. */
    UNTERMINATED,
    /** Another open literal closes it. */
    SUSPENDED
  }

  private final SlidingBuffer buffer;
  private final LineFinder finder;
  private final Sessions sessions;
  private int textEnd;

  OpenLiteral(SlidingBuffer buffer, int farBytes, Sessions sessions) {
    this.buffer = buffer;
    this.finder = new LineFinder(buffer, farBytes);
    this.sessions = sessions;
  }

  int textEnd() {
    return textEnd;
  }

  /**
   * Decides about the beginning at {@code at}.
   *
   * @param scanner the state of the text there; not changed
   * @param time of the event that holds the literal
   */
  Verdict decide(int at, LiteralScanner scanner, String time) throws IOException {
    LiteralScanner ahead = scanner.copy();
    List<Optional<HeaderLine>> beginnings = new ArrayList<>();
    beginnings.add(header(at));
    int position = at;
    while (true) {
      int next = finder.next(position, false, at);
      if (next == LineFinder.FAR) {
        return Verdict.UNTERMINATED;
      }
      ahead.scan(buffer.bytes(), position, next);
      position = next;
      Optional<HeaderLine> behind = header(next);
      if (!ahead.open()) {
        textEnd = next;
        return events(beginnings, time, behind) ? Verdict.SUSPENDED : Verdict.TEXT;
      }
      if (next >= buffer.limit() || beginnings.size() == GROUPS) {
        return Verdict.UNTERMINATED;
      }
      beginnings.add(behind);
    }
  }

  private Optional<HeaderLine> header(int at) {
    return HeaderLine.at(buffer.bytes(), at, buffer.limit());
  }

  private boolean events(
      List<Optional<HeaderLine>> beginnings, String time, Optional<HeaderLine> behind) {
    String last = time;
    for (Optional<HeaderLine> each : beginnings) {
      if (each.isEmpty() || !each.get().follows(last) || !fits(each.get())) {
        return false;
      }
      last = each.get().time().isEmpty() ? last : each.get().time();
    }
    return behind.isEmpty() || behind.get().follows(last);
  }

  private boolean fits(HeaderLine header) {
    return sessions.known(header.connection()) || header.command().equals(GeneralLogReader.CONNECT);
  }
}
