package dev.watershed.spark.collect;

import dev.watershed.collector.follow.LogFile;
import dev.watershed.collector.slowlog.LogHead;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.Serializable;
import java.net.URI;
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
    return Path.of(URI.create(address).getPath());
  }

  /**
   * The file as the collector knows files.
   *
   * @param liveName the name of the file that the server writes to; empty where nobody knows
   */
  LogFile file(String liveName, SlowLogOptions options) {
    boolean live = path().getFileName().toString().equals(liveName);
    return new LogFile(path(), live, packed, size, modifiedMicros, head, LogHead.of(head, options));
  }
}
