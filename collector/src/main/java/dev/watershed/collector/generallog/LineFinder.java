package dev.watershed.collector.generallog;

import dev.watershed.collector.slowlog.GroupFinder;
import dev.watershed.collector.slowlog.SlidingBuffer;
import java.io.IOException;

/**
 * Finds the lines that may begin an event, or a server's banner. Whether such a line really is a
 * boundary is not decided here. Reads on as far as it has to; indexes stay as they are.
 */
final class LineFinder {

  /** What {@link #next} returns where it looked far enough. */
  static final int FAR = -1;

  /** How far is looked, in bytes: about as long a statement as a server takes by default. */
  static final int BYTES = 16 << 20;

  /** A banner of three lines has to be in the buffer as a whole. */
  private static final int LONGEST_BEGINNING = 4 << 10;

  private final SlidingBuffer buffer;
  private final int farBytes;
  private int reached;
  private boolean atLineStart;

  /**
   * @param farBytes how far is looked
   */
  LineFinder(SlidingBuffer buffer, int farBytes) {
    this.buffer = buffer;
    this.farBytes = farBytes;
  }

  /** After {@link #FAR}: before this index nothing begins. */
  int reached() {
    return reached;
  }

  /** After {@link #FAR}: whether a line begins at {@link #reached()}. */
  boolean reachedLineStart() {
    return atLineStart;
  }

  /**
   * The next beginning at {@code from} or behind it.
   *
   * @param lineStart whether a line begins at {@code from}
   * @param start where what is measured begins
   * @return its index; the limit of the buffer where the input ends; or {@link #FAR}
   */
  int next(int from, boolean lineStart, int start) throws IOException {
    reached = from;
    atLineStart = lineStart;
    while (true) {
      if (atLineStart) {
        while (buffer.limit() - reached < LONGEST_BEGINNING && !buffer.ended()) {
          buffer.more();
        }
        if (reached >= buffer.limit()
            || HeaderLine.at(buffer.bytes(), reached, buffer.limit()).isPresent()
            || banner(reached)) {
          return reached;
        }
      } else {
        reached = newline();
        if (reached >= buffer.limit()) {
          if (buffer.ended()) {
            return reached;
          }
          buffer.more();
        }
      }
      if (reached - start >= farBytes) {
        return FAR;
      }
      atLineStart = !atLineStart && passNewline();
    }
  }

  /** Whether a banner begins there. */
  boolean banner(int at) {
    return GroupFinder.bannerAt(buffer.bytes(), at, buffer.limit());
  }

  private boolean passNewline() {
    if (reached < buffer.limit() && buffer.bytes()[reached] == '\n') {
      reached++;
      return true;
    }
    return false;
  }

  private int newline() {
    byte[] bytes = buffer.bytes();
    int limit = buffer.limit();
    int i = reached;
    while (i < limit && bytes[i] != '\n') {
      i++;
    }
    return i;
  }
}
