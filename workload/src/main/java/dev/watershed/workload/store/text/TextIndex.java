package dev.watershed.workload.store.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the texts of many segments are: a hash table of open addressing (Knuth, The Art of Computer
 * Programming 3, section 6.4, algorithm L) that takes 8 to 16 bytes a text. A collector puts a
 * segment per window, so that a store has thousands of them.
 */
final class TextIndex {

  private static final int LEAST_SLOTS = 16;

  private final List<TextSegment> segments = new ArrayList<>();

  /** What all rows of the segments before come to, for each segment and the one to come. */
  private int[] starts = {0};

  /** One more than the number of a text among the rows of all segments; 0 where there is none. */
  private int[] slots = new int[LEAST_SLOTS];

  /** Adds the texts of a segment. Of a text that is known the place stays as it is. */
  void add(TextSegment segment) {
    int start = starts[segments.size()];
    int end = Math.addExact(start, segment.size());
    segments.add(segment);
    starts = Arrays.copyOf(starts, segments.size() + 1);
    starts[segments.size()] = end;
    if (end > slots.length / 2) {
      slots = new int[Math.multiplyExact(Integer.highestOneBit(end), 4)];
      enter(0, end);
    } else {
      enter(start, end);
    }
  }

  private void enter(int start, int end) {
    int segment = segmentOf(start);
    for (int number = start; number < end; number++) {
      while (number >= starts[segment + 1]) {
        segment++;
      }
      TextId id = segments.get(segment).id(number - starts[segment]);
      int slot = slot(id);
      if (slots[slot] == 0) {
        slots[slot] = number + 1;
      }
    }
  }

  /** Whether some segment has a text. */
  boolean contains(TextId id) {
    return slots[slot(id)] != 0;
  }

  /** A text. */
  Optional<String> find(TextId id) {
    int number = slots[slot(id)] - 1;
    if (number < 0) {
      return Optional.empty();
    }
    int segment = segmentOf(number);
    return Optional.of(segments.get(segment).text(number - starts[segment]));
  }

  /** The slot of a text, or the free one where it belongs. Ids are hashes, all bits alike. */
  private int slot(TextId id) {
    int slot = (int) id.low() & slots.length - 1;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, id)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean isAt(int number, TextId id) {
    int segment = segmentOf(number);
    return segments.get(segment).hasAt(number - starts[segment], id);
  }

  /** The last segment that begins at or before a number; empty ones hold none. */
  private int segmentOf(int number) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
