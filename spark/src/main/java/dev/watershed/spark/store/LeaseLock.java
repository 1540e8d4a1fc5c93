package dev.watershed.spark.store;

import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.ipc.RemoteException;

/**
 * A lock of HDFS: a file that is open for appending, of which there is one writer, whose lease ends
 * a minute after its process did. Its last line says who holds it.
 */
final class LeaseLock {

  private static final int MOST_HOLDER_BYTES = 4_096;

  private static final int BUFFER = 4_096;

  /** What a name node says of a file that somebody else writes, or whose last writer it stops. */
  private static final Set<String> HELD =
      Set.of(
          "org.apache.hadoop.hdfs.protocol.AlreadyBeingCreatedException",
          "org.apache.hadoop.hdfs.protocol.RecoveryInProgressException");

  /** To append to more takes as many data nodes, and the lease is the name node's anyway. */
  private static final short ONE_REPLICA = 1;

  private LeaseLock() {}

  static StoreLock acquire(FileSystem files, Path path, String holder) throws IOException {
    FSDataOutputStream stream = open(files, path);
    boolean held = false;
    try {
      stream.write((holder + "\n").getBytes(StandardCharsets.UTF_8));
      stream.hsync();
      held = true;
      return stream::close;
    } finally {
      if (!held) {
        stream.close();
      }
    }
  }

  private static FSDataOutputStream open(FileSystem files, Path path) throws IOException {
    try {
      return files.create(path, false, BUFFER, ONE_REPLICA, files.getDefaultBlockSize(path));
    } catch (FileAlreadyExistsException present) {
      return append(files, path);
    } catch (IOException beingCreated) {
      if (!files.exists(path)) {
        throw beingCreated;
      }
      return append(files, path);
    }
  }

  private static FSDataOutputStream append(FileSystem files, Path path) throws IOException {
    try {
      return files.append(path);
    } catch (RemoteException refused) {
      if (!HELD.contains(refused.getClassName())) {
        throw refused;
      }
      StoreLockedException locked =
          new StoreLockedException(path.toString(), holderIn(files, path));
      locked.initCause(refused);
      throw locked;
    }
  }

  private static String holderIn(FileSystem files, Path path) throws IOException {
    try (FSDataInputStream stream = files.open(path)) {
      byte[] bytes = stream.readAllBytes();
      int from = Math.max(0, bytes.length - MOST_HOLDER_BYTES);
      List<String> lines =
          new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).lines().toList();
      return lines.isEmpty() ? "a process that did not say its name" : lines.get(lines.size() - 1);
    }
  }
}
