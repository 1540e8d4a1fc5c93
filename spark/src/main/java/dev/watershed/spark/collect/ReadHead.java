package dev.watershed.spark.collect;

import dev.watershed.collector.follow.LogIdentity;
import dev.watershed.collector.input.LogStream;
import dev.watershed.collector.slowlog.ArchiveSource;
import dev.watershed.spark.cluster.Attempts;
import dev.watershed.spark.store.HadoopSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Reads the first bytes of a file in a task. */
final class ReadHead implements Function<ReadHead.Listed, ReadHead.Head> {

  private static final long serialVersionUID = 1L;

  /** A file that the pattern matched. */
  record Listed(String server, String address, long size, long modifiedMicros)
      implements Serializable {

    private static final long serialVersionUID = 1L;
  }

  /**
   * What it begins with.
   *
   * @param failure why nobody knows; empty if it could be read
   */
  record Head(Listed file, boolean packed, byte[] bytes, String failure) implements Serializable {

    private static final long serialVersionUID = 1L;

    LogPart part() {
      return new LogPart(file.address(), file.size(), file.modifiedMicros(), packed, bytes);
    }
  }

  private final Broadcast<HashMap<String, String>> configuration;
  private final int attempts;

  /**
   * @param attempts how often a task is tried before a file counts as unreadable
   */
  ReadHead(Broadcast<HashMap<String, String>> configuration, int attempts) {
    this.configuration = configuration;
    this.attempts = attempts;
  }

  @Override
  public Head call(Listed file) throws IOException {
    Path path = new Path(file.address());
    try {
      boolean packed;
      try (InputStream raw = open(path)) {
        packed = LogStream.compression(raw.readNBytes(4)) != LogStream.Compression.NONE;
      }
      try (InputStream raw = new WholeStream(open(path), file.address(), file.size());
          ArchiveSource bytes = new ArchiveSource(LogStream.uncompressed(raw))) {
        return new Head(file, packed, bytes.first(LogIdentity.MOST_BYTES), "");
      }
    } catch (IOException e) {
      boolean settled = e instanceof FileNotFoundException || e instanceof AccessControlException;
      if (!settled && Attempts.more(attempts)) {
        throw e;
      }
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      return new Head(file, false, new byte[0], file.address() + ": " + reason);
    }
  }

  private InputStream open(Path path) throws IOException {
    return path.getFileSystem(HadoopSettings.of(configuration.value())).open(path);
  }
}
