package dev.watershed.collector.slowlog;

import java.io.IOException;

/**
 * Finds where reading may begin inside a log that nobody has read up to there: at the first full
 * group. A guess, that holds if whoever reads what comes before stops exactly there.
 */
final class GuessedStart {

  private GuessedStart() {}

  /**
   * Goes to the first full group.
   *
   * @param buffer begins at the byte before the place where groups are looked for; afterwards the
   *     group begins at its index 0
   * @param to no group that starts at this offset or later is wanted
   * @return whether there is one
   */
  static boolean goTo(SlidingBuffer buffer, SlowLogOptions options, long to) throws IOException {
    GroupFinder finder = new GroupFinder();
    BoundaryResolver resolver = new BoundaryResolver(buffer, new EventClock(options.timeZone()));
    buffer.more();
    int from = 0;
    boolean atLineStart = false;
    while (true) {
      int next = finder.next(buffer.bytes(), from, buffer.limit(), buffer.ended(), atLineStart);
      if (next == GroupFinder.NEED_MORE) {
        atLineStart = finder.safeAtLineStart();
        buffer.slide(finder.safe());
        from = 0;
        if (buffer.offset(0) >= to) {
          return false;
        }
        continue;
      }
      if (finder.kind() == GroupFinder.Kind.END || buffer.offset(next) >= to) {
        return false;
      }
      if (finder.kind() == GroupFinder.Kind.GROUP && resolver.full(next)) {
        buffer.slide(next);
        return true;
      }
      from = next;
      atLineStart = false;
    }
  }
}
