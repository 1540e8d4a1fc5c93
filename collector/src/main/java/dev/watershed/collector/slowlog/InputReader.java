package dev.watershed.collector.slowlog;

import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.input.LogStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens the inputs, cuts them into parts, and reads one part. The effects of reading stand here.
 */
final class InputReader {

  /** A part's builder is merged once, so parts are long; work is shared out evenly all the same. */
  private static final long LONGEST_PART_BYTES = 1L << 30;

  private final PartReader reader;
  private final int threads;
  private final long partBytes;
  private final InputStream standardInput;
  private final AtomicLong bytesRead = new AtomicLong();
  private final ReadProgress progress;
  private final long totalBytes;

  InputReader(
      PartReader reader,
      int threads,
      long partBytes,
      InputStream standardInput,
      ReadProgress progress,
      long totalBytes) {
    this.reader = reader;
    this.threads = threads;
    this.partBytes = partBytes;
    this.standardInput = standardInput;
    this.progress = progress;
    this.totalBytes = totalBytes;
  }

  /** The sizes of all inputs together; −1 when one of them is not known. */
  static long totalBytes(List<LogInput> inputs) {
    long total = 0;
    for (LogInput input : inputs) {
      long size = input.path().map(path -> path.toFile().length()).orElse(-1L);
      if (size < 0) {
        return -1;
      }
      total += size;
    }
    return total;
  }

  /** The parts of an input: one for streams and archives, several for a large plain file. */
  List<Part> parts(int file, LogInput input) throws IOException {
    List<Part> parts = new ArrayList<>();
    if (input.path().isEmpty() || packed(input.path().get())) {
      parts.add(new Part(file, input, 0, Long.MAX_VALUE));
      return parts;
    }
    long size = Files.size(input.path().get());
    long length =
        threads == 1
            ? Math.max(1, size)
            : Math.max(partBytes, Math.min(LONGEST_PART_BYTES, size / threads));
    long count = Math.max(1, (size + length / 2) / length);
    for (long i = 0; i < count; i++) {
      long to = i == count - 1 ? Long.MAX_VALUE : (i + 1) * length;
      parts.add(new Part(file, input, i * length, to));
    }
    return parts;
  }

  /** Reads a part; one inside a file guesses where its first event starts. */
  PartResult read(Part part) throws IOException {
    if (part.first()) {
      return again(part, 0, ReaderState.start());
    }
    try (FileChannel channel = open(part)) {
      return reader.readGuessing(source(channel, part.from() - 1), part);
    }
  }

  /** Reads a part from an event's start. */
  PartResult again(Part part, long start, ReaderState state) throws IOException {
    if (part.input().path().isEmpty()) {
      return unpack(standardInput, part);
    }
    Path path = part.input().path().get();
    if (part.first() && packed(path)) {
      try (InputStream file = Files.newInputStream(path)) {
        return unpack(file, part);
      }
    }
    try (FileChannel channel = open(part)) {
      return reader.readFrom(source(channel, start), part, start, state);
    }
  }

  private static boolean packed(Path path) throws IOException {
    return LogStream.compression(path) != LogStream.Compression.NONE;
  }

  private static FileChannel open(Part part) throws IOException {
    return FileChannel.open(part.input().path().orElseThrow(), StandardOpenOption.READ);
  }

  private PartResult unpack(InputStream raw, Part part) throws IOException {
    InputStream counted = new CountedStream(raw);
    try (InputStream unpacked = LogStream.uncompressed(counted)) {
      ArchiveSource archive = new ArchiveSource(unpacked);
      if (threads == 1) {
        return reader.readFrom(archive, part, 0, ReaderState.start()).withDamage(archive.damage());
      }
      try (ReadAhead ahead = new ReadAhead(archive)) {
        return reader.readFrom(ahead, part, 0, ReaderState.start()).withDamage(archive.damage());
      }
    }
  }

  private SlidingBuffer.Source source(FileChannel channel, long start) {
    return new SlidingBuffer.Source() {
      private long position = start;

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int most = Math.min(length, PartReader.WINDOW);
        int count = channel.read(ByteBuffer.wrap(into, offset, most), position);
        if (count > 0) {
          position += count;
          advance(count);
        }
        return count;
      }
    };
  }

  private void advance(long bytes) {
    progress.read(bytesRead.addAndGet(bytes), totalBytes);
  }

  /** Counts the bytes as they lie on disk. */
  private final class CountedStream extends FilterInputStream {

    CountedStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        advance(1);
      }
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count > 0) {
        advance(count);
      }
      return count;
    }
  }
}
