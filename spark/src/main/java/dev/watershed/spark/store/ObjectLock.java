package dev.watershed.spark.store;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What stands for a lock where nothing can be locked: a file that one of several can create. Nobody
 * deletes it where its process was killed: a person has to. It keeps two apart that begin at
 * different times; that each window is put only if there is none keeps the store whole in any case.
 */
final class ObjectLock {

  private ObjectLock() {}

  static StoreLock acquire(
      StoreFiles store, FileSystem files, String name, Path path, String holder)
      throws IOException {
    ByteBuffer content = ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8));
    if (!store.putIfAbsent(name, List.of(content))) {
      String other = StandardCharsets.UTF_8.decode(store.map(name)).toString();
      throw new StoreLockedException(
          path + " (if that process was killed, delete the file)", other);
    }
    return () -> files.delete(path, false);
  }
}
