package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.ArchiveSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A compressed file, unpacked from its beginning on. */
final class PackedLog implements OpenLog {

  private static final int CHUNK = 64 << 10;

  private final LogPlan.Step step;
  private final ArchiveSource source;
  private final byte[] head;
  private int headPosition;

  private PackedLog(LogPlan.Step step, ArchiveSource source) {
    this.step = step;
    this.source = source;
    this.head = new byte[step.file().head().length];
  }

  /**
   * Opens the file of a step.
   *
   * @param source its bytes, unpacked; closed if the file is not the one of the step
   * @throws LogChangedException if it is not, or is not as long any more
   */
  static PackedLog open(LogPlan.Step step, ArchiveSource source) throws IOException {
    boolean opened = false;
    try {
      PackedLog log = new PackedLog(step, source);
      log.begin();
      opened = true;
      return log;
    } finally {
      if (!opened) {
        source.close();
      }
    }
  }

  /** Unpacks up to where the reading begins. */
  private void begin() throws IOException {
    int length = 0;
    while (length < head.length) {
      int count = source.read(head, length, head.length - length);
      if (count <= 0) {
        throw changed();
      }
      length += count;
    }
    if (!Arrays.equals(head, step.file().head())) {
      throw changed();
    }
    headPosition = (int) Math.min(head.length, step.from());
    byte[] passed = new byte[CHUNK];
    for (long left = step.from() - headPosition; left > 0; ) {
      int count = source.read(passed, 0, (int) Math.min(CHUNK, left));
      if (count <= 0) {
        throw changed();
      }
      left -= count;
    }
  }

  private LogChangedException changed() {
    return new LogChangedException(
        step.file().path() + ": is not the file that was read before, or not as long");
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (headPosition < head.length) {
      int count = Math.min(length, head.length - headPosition);
      System.arraycopy(head, headPosition, into, offset, count);
      headPosition += count;
      return count;
    }
    return source.read(into, offset, length);
  }

  @Override
  public void verify() {
    // A compressed file is not written any more.
  }

  @Override
  public Optional<String> damage() {
    return source.damage();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
