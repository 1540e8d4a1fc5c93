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

  private final Map<java.nio.file.Path, LogPart> parts = new HashMap<>();
  private final Configuration configuration;

  HadoopLogs(List<LogPart> parts, Configuration configuration) {
    parts.forEach(part -> this.parts.put(part.path(), part));
    this.configuration = configuration;
  }

  @Override
  public OpenLog open(LogPlan.Step step) throws IOException {
    LogPart part = parts.get(step.file().path());
    if (part.packed()) {
      return OpenLog.packed(step, unpacked(part));
    }
    verify(part);
    return plain(open(part), step);
  }

  /** A log may be rotated, or an object replaced, between the listing and the reading. */
  private void verify(LogPart part) throws IOException {
    try (ArchiveSource bytes = unpacked(part)) {
      if (!Arrays.equals(bytes.first(part.head().length), part.head())) {
        throw new IOException(
            part.address()
                + ": is not the file any more that was listed; the next run looks again");
      }
    }
  }

  private ArchiveSource unpacked(LogPart part) throws IOException {
    InputStream raw = new WholeStream(open(part), part.address(), part.size());
    boolean opened = false;
    try {
      ArchiveSource source = new ArchiveSource(LogStream.uncompressed(raw));
      opened = true;
      return source;
    } finally {
      if (!opened) {
        raw.close();
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
    boolean placed = false;
    try {
      stream.seek(step.from());
      placed = true;
    } finally {
      if (!placed) {
        stream.close();
      }
    }
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
}
