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

  /** Bytes that were read, or at the end (length -1) what it came to. */
  private static final class Chunk {
    private final byte[] bytes;
    private final int length;
    private final Optional<IOException> failure;
    private final Optional<Error> fault;

    private Chunk(byte[] bytes, int length, Optional<IOException> failure, Optional<Error> fault) {
      this.bytes = bytes;
      this.length = length;
      this.failure = failure;
      this.fault = fault;
    }

    static Chunk of(byte[] bytes, int length) {
      return new Chunk(bytes, length, Optional.empty(), Optional.empty());
    }

    static Chunk failed(IOException failure) {
      return new Chunk(new byte[0], -1, Optional.of(failure), Optional.empty());
    }

    static Chunk broken(Error fault) {
      return new Chunk(new byte[0], -1, Optional.empty(), Optional.of(fault));
    }
  }

  private final BlockingQueue<Chunk> filled = new ArrayBlockingQueue<>(CHUNKS + 1);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final Thread thread;
  private Chunk current = Chunk.of(new byte[0], 0);
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
        if (chunk.length < 0) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Chunk fill(SlidingBuffer.Source source, byte[] bytes) {
    try {
      return Chunk.of(bytes, source.read(bytes, 0, bytes.length));
    } catch (IOException e) {
      return Chunk.failed(e);
    } catch (RuntimeException e) {
      return Chunk.failed(new IOException("unreadable stream", e));
    } catch (Error e) {
      // Whoever reads would wait for ever; there it ends what it would have ended.
      return Chunk.broken(e);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      while (position >= current.length) {
        if (current.length < 0) {
          return ended();
        }
        if (current.bytes.length > 0) {
          empty.put(current.bytes);
        }
        current = filled.take();
        position = 0;
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

  private int ended() throws IOException {
    if (current.fault.isPresent()) {
      throw current.fault.get();
    }
    if (current.failure.isPresent()) {
      throw current.failure.get();
    }
    return -1;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
