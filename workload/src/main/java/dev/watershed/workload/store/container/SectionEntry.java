package dev.watershed.workload.store.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A section as the directory of a container lists it.
 *
 * @param name its bytes, ASCII: compared where they are, since thousands of files are opened to
 *     read one section of each
 */
record SectionEntry(ByteBuffer name, long offset, long length, int checksum) {

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
