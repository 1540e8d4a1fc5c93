package dev.watershed.collector.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that is not compressed, read by position, as far as it was written when it was opened. Not
 * mapped: a mapping faults when the file is emptied.
 */
final class PlainLog implements OpenLog {

  private final LogPlan.Step step;
  private final FileChannel channel;
  private final long end;
  private long position;

  private PlainLog(LogPlan.Step step, FileChannel channel) throws IOException {
    this.step = step;
    this.channel = channel;
    this.end = channel.size();
    this.position = step.from();
  }

  static PlainLog open(LogPlan.Step step) throws IOException {
    FileChannel channel = FileChannel.open(step.file().path(), StandardOpenOption.READ);
    boolean opened = false;
    try {
      PlainLog log = new PlainLog(step, channel);
      log.verify();
      opened = true;
      return log;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int most = (int) Math.min(length, end - position);
    int count = most <= 0 ? -1 : channel.read(ByteBuffer.wrap(into, offset, most), position);
    if (count > 0) {
      position += count;
      return count;
    }
    return step.grows() ? 0 : -1;
  }

  @Override
  public void verify() throws IOException {
    byte[] expected = step.file().head();
    ByteBuffer head = ByteBuffer.allocate(expected.length);
    while (head.hasRemaining() && channel.read(head, head.position()) > 0) {
      continue;
    }
    if (channel.size() < Math.max(position, end) || !Arrays.equals(head.array(), expected)) {
      throw new LogChangedException(step.file().path() + ": was emptied or replaced while read");
    }
  }

  @Override
  public Optional<String> damage() {
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
