package dev.watershed.spark.collect;

import dev.watershed.collector.follow.LogPlan;
import dev.watershed.collector.follow.OpenLog;
import dev.watershed.collector.input.LogStream;
import dev.watershed.collector.slowlog.ArchiveSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Opens the files of a log where they lie. */
final class HadoopLogs implements OpenLog.Opener {

  private static final int CHUNK = 64 << 10;

  private final Map<java.nio.file.Path, LogPart> parts = new HashMap<>();
  private final Configuration configuration;

  HadoopLogs(List<LogPart> parts, Configuration configuration) {
    parts.forEach(part -> this.parts.put(part.path(), part));
    this.configuration = configuration;
  }

  @Override
  public OpenLog open(LogPlan.Step step) throws IOException {
    LogPart part = parts.get(step.file().path());
    verify(part);
    FSDataInputStream stream = open(part);
    boolean opened = false;
    try {
      OpenLog log = part.packed() ? packed(stream, step.from()) : plain(stream, step);
      opened = true;
      return log;
    } finally {
      if (!opened) {
        stream.close();
      }
    }
  }

  /** A log may be rotated, or an object replaced, between the listing and the reading. */
  private void verify(LogPart part) throws IOException {
    try (InputStream raw = open(part);
        ArchiveSource bytes = new ArchiveSource(LogStream.uncompressed(raw))) {
      if (!Arrays.equals(bytes.first(part.head().length), part.head())) {
        throw new IOException(
            part.address()
                + ": is not the file any more that was listed; the next run looks again");
      }
    }
  }

  private FSDataInputStream open(LogPart part) throws IOException {
    Path path = new Path(part.address());
    try {
      return path.getFileSystem(configuration).open(path);
    } catch (IOException e) {
      throw new IOException(part.address() + ": " + e.getMessage(), e);
    }
  }

  private static OpenLog plain(FSDataInputStream stream, LogPlan.Step step) throws IOException {
    stream.seek(step.from());
    return new OpenLog() {
      private long left = step.file().size() - step.from();

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
          return step.grows() ? 0 : -1;
        }
        int count = stream.read(into, offset, (int) Math.min(left, length));
        if (count < 0) {
          throw new EOFException(step.file().path() + ": is shorter than when it was listed");
        }
        left -= count;
        return count;
      }

      @Override
      public void verify() {
        // What is read was there when the file was listed, and a shorter file fails.
      }

      @Override
      public Optional<String> damage() {
        return Optional.empty();
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  private static OpenLog packed(FSDataInputStream stream, long from) throws IOException {
    ArchiveSource source = new ArchiveSource(LogStream.uncompressed(stream));
    byte[] passed = new byte[CHUNK];
    for (long left = from; left > 0; ) {
      int count = source.read(passed, 0, (int) Math.min(CHUNK, left));
      if (count <= 0) {
        source.close();
        throw new EOFException("the compressed file is shorter than what was read of it before");
      }
      left -= count;
    }
    return new OpenLog() {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
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
    };
  }
}
