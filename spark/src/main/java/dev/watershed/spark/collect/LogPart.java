package dev.watershed.spark.collect;

import dev.watershed.collector.follow.LogFile;
import dev.watershed.collector.slowlog.LogHead;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * One file of a log on its way to a task.
 *
 * @param address with the file system
 * @param size in bytes, when it was listed; nothing behind it is read
 * @param modifiedMicros when it was written last
 * @param packed whether it is compressed
 * @param head its first bytes, uncompressed
 */
record LogPart(String address, long size, long modifiedMicros, boolean packed, byte[] head)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Without the file system, as a log's file has it. */
  Path path() {
    return Path.of(new org.apache.hadoop.fs.Path(address).toUri().getPath());
  }

  /** Its name without folders. */
  String name() {
    return path().getFileName().toString();
  }

  /**
   * The file as the collector knows files.
   *
   * @param liveName the name of the file that the server writes to; empty where nobody knows
   */
  LogFile file(String liveName, SlowLogOptions options) {
    boolean live = name().equals(liveName);
    return new LogFile(path(), live, packed, size, modifiedMicros, head, LogHead.of(head, options));
  }
}
