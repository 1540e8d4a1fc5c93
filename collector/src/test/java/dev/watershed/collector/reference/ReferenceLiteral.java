package dev.watershed.collector.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a full group inside an open literal is.
 *
 * @param kind text, the end of an unterminated literal, or an event between two such literals
 * @param until the place where the literal is known to be closed; the groups before it are decided
 */
record ReferenceLiteral(Kind kind, int until) {

  enum Kind {
    TEXT,
    UNTERMINATED,
    SUSPENDED
  }

  private static final int GROUPS = 16;
  private static final int BYTES = 16 << 20;

  /**
   * Lexes on from a group as if it were text.
   *
   * @param inside the lexer at the group; not changed
   * @param first the full group
   * @param before the time of the event that holds the literal
   */
  static ReferenceLiteral decide(
      ReferenceLines lines,
      ReferenceOptions options,
      ReferenceLexer inside,
      ReferenceHeader first,
      Optional<ReferenceGroupTime> before) {
    ReferenceLexer lexer = inside.copy();
    List<ReferenceHeader> groups = new ArrayList<>(List.of(first));
    int line = first.start();
    while (line < lines.length()) {
      int next = lines.next(line);
      lexer.line(line, next);
      line = next;
      if (line - first.start() > BYTES) {
        return new ReferenceLiteral(Kind.UNTERMINATED, line);
      }
      if (line < lines.length() && fullAfter(lines, groups, line)) {
        ReferenceHeader group = ReferenceHeader.at(lines, line);
        if (lexer.outside()) {
          Optional<ReferenceGroupTime> after = ReferenceGroupTime.of(group, options);
          boolean events = events(lines, options, groups, before, after, line);
          return new ReferenceLiteral(events ? Kind.SUSPENDED : Kind.TEXT, line);
        }
        if (groups.size() == GROUPS) {
          return new ReferenceLiteral(Kind.UNTERMINATED, line);
        }
        groups.add(group);
      }
    }
    if (!lexer.outside() || !lines.complete(first.start(), line)) {
      return new ReferenceLiteral(Kind.UNTERMINATED, line);
    }
    boolean events =
        groups.size() > 1 && events(lines, options, groups, before, Optional.empty(), line);
    return new ReferenceLiteral(events ? Kind.SUSPENDED : Kind.TEXT, line);
  }

  private static boolean fullAfter(ReferenceLines lines, List<ReferenceHeader> groups, int line) {
    return line >= groups.get(groups.size() - 1).end()
        && ReferenceHeader.startsAt(lines, line)
        && ReferenceHeader.at(lines, line).full();
  }

  /** Whether the groups inside the literal are complete and their times fit. */
  private static boolean events(
      ReferenceLines lines,
      ReferenceOptions options,
      List<ReferenceHeader> groups,
      Optional<ReferenceGroupTime> before,
      Optional<ReferenceGroupTime> after,
      int until) {
    for (int i = 0; i < groups.size(); i++) {
      ReferenceHeader group = groups.get(i);
      boolean last = i == groups.size() - 1;
      int end = last ? until : groups.get(i + 1).start();
      Optional<ReferenceGroupTime> own = ReferenceGroupTime.of(group, options);
      Optional<ReferenceGroupTime> next =
          last ? after : ReferenceGroupTime.of(groups.get(i + 1), options);
      if (!lines.complete(group.end(), end)
          || !ordered(before, own)
          || !ordered(own, next)
          || !ordered(own, after)) {
        return false;
      }
    }
    return true;
  }

  private static boolean ordered(
      Optional<ReferenceGroupTime> first, Optional<ReferenceGroupTime> second) {
    return first.isEmpty() || second.isEmpty() || first.get().notAfter(second.get());
  }
}
