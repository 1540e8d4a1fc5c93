package dev.watershed.workload.store.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A section as the directory of a container lists it.
 *
 * @param name its bytes, ASCII: compared where they are, since thousands of files are opened to
 *     read one section of each; begins with {@link #PART} for a part of the section before
 */
record SectionEntry(ByteBuffer name, long offset, long length, int checksum) {

  /** Begins the name of a part; no section's name does. */
  static final char PART = '/';

  boolean isPart() {
    return name.limit() > 0 && name.get(0) == PART;
  }

  boolean isNamed(String other) {
    if (other.length() != name.limit()) {
      return false;
    }
    for (int i = 0; i < other.length(); i++) {
      if (name.get(i) != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The name, for messages. */
  String text() {
    return StandardCharsets.US_ASCII.decode(name.duplicate()).toString();
  }
}
