package dev.watershed.collector.reference;

import dev.watershed.workload.IssueReason;
import java.util.Comparator;
import java.util.Optional;

/**
 * Reads a whole slow log, in memory and a line at a time: finds where each event begins and ends.
 * {@code docs/slow-log.md} is its specification.
 */
public final class ReferenceSlowLogReader {

  private final byte[] log;
  private final ReferenceLines lines;
  private final ReferenceOptions options;
  private final ReferenceEvents events;
  private int decidedUntil;

  private ReferenceSlowLogReader(byte[] log, ReferenceOptions options) {
    this.log = log;
    this.lines = new ReferenceLines(log);
    this.options = options;
    this.events = new ReferenceEvents(lines, log, options);
  }

  /** All events and issues of a log. */
  public static ReferenceLog read(byte[] log, ReferenceOptions options) {
    return new ReferenceSlowLogReader(log, options).read();
  }

  private ReferenceLog read() {
    int line = start();
    if (!lines.blank(0, line)) {
      events.issue(IssueReason.TRUNCATED_START, 0, 1);
    }
    while (line < lines.length()) {
      line = section(line);
    }
    return new ReferenceLog(
        events.events(),
        events.issues().stream()
            .sorted(
                Comparator.comparingLong(ReferenceIssue::offset)
                    .thenComparing(ReferenceIssue::reason))
            .toList());
  }

  /** The first group or banner; the length of the log where there is none. */
  private int start() {
    int line = 0;
    while (line < lines.length()) {
      if (ReferenceBanner.at(lines, line)) {
        return line;
      }
      if (ReferenceHeader.startsAt(lines, line)) {
        ReferenceHeader header = ReferenceHeader.at(lines, line);
        if (header.hasQueryTime() || header.cut()) {
          return line;
        }
      }
      line = lines.next(line);
    }
    return line;
  }

  /** Reads what begins at a boundary, up to the next one. */
  private int section(int start) {
    if (ReferenceBanner.at(lines, start)) {
      return banner(start);
    }
    ReferenceHeader header = ReferenceHeader.at(lines, start);
    if (header.cut()) {
      events.issue(IssueReason.TRUNCATED_END, start, 1);
      return lines.length();
    }
    return header.hasQueryTime() ? event(header) : damaged(start);
  }

  private int banner(int start) {
    if (!lines.blank(0, start)) {
      events.issue(IssueReason.RESTART, start, 1);
    }
    events.restart();
    int text = ReferenceBanner.end(lines, start);
    ReferenceLexer lexer = new ReferenceLexer(log, options);
    int end = textEnd(lexer, start, text, events.lastTime());
    if (!lines.blank(text, end)) {
      events.issue(IssueReason.UNREADABLE_LINES, text, 1);
    }
    return end;
  }

  private int damaged(int start) {
    events.issue(IssueReason.UNREADABLE_LINES, start, 1);
    return textEnd(new ReferenceLexer(log, options), start, start, events.lastTime());
  }

  private int event(ReferenceHeader header) {
    ReferenceLexer lexer = new ReferenceLexer(log, options);
    Optional<ReferenceGroupTime> own = ReferenceGroupTime.of(header, options);
    Optional<ReferenceGroupTime> time = own.isPresent() ? own : events.lastTime();
    int end = textEnd(lexer, header.start(), header.end(), time);
    boolean counted = events.add(header, end);
    if (counted && end == lines.length() && !lexer.outside()) {
      events.issue(IssueReason.TRUNCATED_END, header.start(), 1);
    }
    return end;
  }

  /**
   * The end of a text: the next boundary after its first line.
   *
   * @param owner where the section with the text begins
   * @param time the time of the event, where it is known
   */
  private int textEnd(
      ReferenceLexer lexer, int owner, int text, Optional<ReferenceGroupTime> time) {
    int line = text;
    while (line < lines.length()) {
      boolean boundary = line > owner && boundary(lexer, owner, text, line, time);
      if (boundary) {
        return line;
      }
      int next = lines.next(line);
      lexer.line(line, next);
      line = next;
    }
    return line;
  }

  private boolean boundary(
      ReferenceLexer lexer, int owner, int text, int line, Optional<ReferenceGroupTime> time) {
    boolean start = ReferenceHeader.startsAt(lines, line);
    if (!lexer.outside()) {
      return start && line >= decidedUntil && endsLiteral(lexer, owner, line, time);
    }
    if (ReferenceBanner.at(lines, line)) {
      return true;
    }
    boolean complete = lines.complete(text, line);
    if (!start) {
      return complete && ReferenceHeader.queryTimeAt(lines, line);
    }
    return complete || ReferenceHeader.at(lines, line).hasQueryTime();
  }

  private boolean endsLiteral(
      ReferenceLexer lexer, int owner, int line, Optional<ReferenceGroupTime> time) {
    ReferenceHeader header = ReferenceHeader.at(lines, line);
    if (!header.full()) {
      return false;
    }
    ReferenceLiteral literal = ReferenceLiteral.decide(lines, options, lexer, header, time);
    if (literal.kind() == ReferenceLiteral.Kind.TEXT) {
      events.issue(IssueReason.EVENT_IN_LITERAL, line, 1);
      decidedUntil = literal.until();
      return false;
    }
    events.issue(IssueReason.UNTERMINATED_LITERAL, owner, 1);
    if (literal.kind() == ReferenceLiteral.Kind.SUSPENDED) {
      events.issue(IssueReason.SUSPENDED_LITERAL, line, 1);
    }
    return true;
  }
}
