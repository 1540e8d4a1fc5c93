package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock of the operating system on a file that says who holds it. The system releases it when the
 * process ends, however it ends.
 */
final class LocalLock implements StoreLock {

  private static final int MOST_HOLDER_BYTES = 4_096;

  private final FileChannel channel;

  private LocalLock(FileChannel channel) {
    this.channel = channel;
  }

  static LocalLock acquire(Path path, String holder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    boolean acquired = false;
    try {
      if (tryLock(path, channel) == null) {
        throw new StoreLockedException(path.toString(), holderIn(channel));
      }
      write(path, channel, holder);
      acquired = true;
      return new LocalLock(channel);
    } finally {
      if (!acquired) {
        channel.close();
      }
    }
  }

  private static void write(Path path, FileChannel channel, String holder) throws IOException {
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      channel.force(true);
    } catch (IOException failure) {
      throw new IOException("cannot write " + path + ": " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static FileLock tryLock(Path path, FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      StoreLockedException locked =
          new StoreLockedException(
              path.toString(), "this process (" + ProcessHandle.current().pid() + ")");
      locked.initCause(ours);
      throw locked;
    }
  }

  private static String holderIn(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_HOLDER_BYTES);
    channel.read(bytes, 0);
    String holder = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    return holder.isEmpty() ? "a process that did not say its name" : holder;
  }
}
