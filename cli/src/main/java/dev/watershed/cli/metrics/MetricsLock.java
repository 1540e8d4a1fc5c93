package dev.watershed.cli.metrics;

import dev.watershed.cli.console.CommandContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets commands that end at the same time write one file of metrics one after the other. The lock
 * is a file beside it that stays, {@code .NAME.lock}: the file itself is replaced by each of them.
 */
final class MetricsLock implements AutoCloseable {

  private static final long RETRY_NANOS = 5_000_000;

  private final Path file;
  private final Optional<FileChannel> channel;

  private MetricsLock(Path file, Optional<FileChannel> channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Waits until nobody else writes the file. Where the lock cannot be had, as where another account
   * has made it, that is said, and the file is written all the same.
   */
  static MetricsLock of(CommandContext context, Path file) {
    Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
    try {
      return new MetricsLock(file, Optional.of(locked(lock)));
    } catch (NoSuchFileException noFolder) {
      return new MetricsLock(file, Optional.empty()); // who writes the file says so
    } catch (IOException e) {
      context.say("metrics: written without the lock " + lock + ": " + e.getMessage());
      return new MetricsLock(file, Optional.empty());
    }
  }

  private static FileChannel locked(Path lock) throws IOException {
    FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      await(channel);
      locked = true;
      return channel;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /** Threads of one process are not made to wait by the lock itself. */
  private static void await(FileChannel channel) throws IOException {
    while (true) {
      try {
        channel.lock();
        return;
      } catch (OverlappingFileLockException sameProcess) {
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  /** The file that nobody else writes now. */
  Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}
