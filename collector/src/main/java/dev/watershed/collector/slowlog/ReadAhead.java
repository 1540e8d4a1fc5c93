package dev.watershed.collector.slowlog;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a source in a thread of its own, a few chunks ahead, so that unpacking and reading events
 * run side by side.
 */
final class ReadAhead implements SlidingBuffer.Source, AutoCloseable {

  private static final int CHUNK = 256 << 10;
  private static final int CHUNKS = 6;

  private static final class Chunk {
    private final byte[] bytes;
    private final int length;
    private final Optional<IOException> failure;

    Chunk(byte[] bytes, int length, Optional<IOException> failure) {
      this.bytes = bytes;
      this.length = length;
      this.failure = failure;
    }
  }

  private final BlockingQueue<Chunk> filled = new ArrayBlockingQueue<>(CHUNKS + 1);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final Thread thread;
  private Chunk current = new Chunk(new byte[0], 0, Optional.empty());
  private int position;

  ReadAhead(SlidingBuffer.Source source) {
    for (int i = 0; i < CHUNKS; i++) {
      empty.add(new byte[CHUNK]);
    }
    thread = new Thread(() -> pump(source), "read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void pump(SlidingBuffer.Source source) {
    try {
      while (true) {
        byte[] bytes = empty.take();
        Chunk chunk = fill(source, bytes);
        filled.put(chunk);
        if (chunk.length < 0 || chunk.failure.isPresent()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Chunk fill(SlidingBuffer.Source source, byte[] bytes) {
    try {
      return new Chunk(bytes, source.read(bytes, 0, bytes.length), Optional.empty());
    } catch (IOException e) {
      return new Chunk(bytes, -1, Optional.of(e));
    } catch (RuntimeException e) {
      return new Chunk(bytes, -1, Optional.of(new IOException("unreadable stream", e)));
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      while (position >= current.length) {
        if (current.failure.isPresent()) {
          throw current.failure.get();
        }
        if (current.length < 0) {
          return -1;
        }
        if (current.bytes.length > 0) {
          empty.put(current.bytes);
        }
        current = filled.take();
        position = 0;
        if (current.length < 0 && current.failure.isEmpty()) {
          return -1;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current.bytes, position, into, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
