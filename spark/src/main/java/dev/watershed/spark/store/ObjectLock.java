package dev.watershed.spark.store;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What stands for a lock where nothing can be locked: a file that one of several can create. Nobody
 * deletes it where its process was killed: a person has to. It keeps two apart that begin at
 * different times; that each window is put only if there is none keeps the store whole in any case.
 */
final class ObjectLock {

  private ObjectLock() {}

  /**
   * Creates the file, and sees to it that it cannot be created again: services that speak S3 and do
   * not know {@code If-None-Match} ignore it.
   *
   * @throws IOException also if the service replaces what is there
   * @throws StoreLockedException if the file is there
   */
  static StoreLock acquire(StoreFiles store, String name, String holder) throws IOException {
    String path = store.location() + "/" + name;
    List<ByteBuffer> content = List.of(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    if (!store.putIfAbsent(name, content)) {
      String other = StandardCharsets.UTF_8.decode(store.map(name)).toString();
      throw new StoreLockedException(
          path + " (if that process was killed, delete the file)", other);
    }
    if (replaced(store, name, content)) {
      store.delete(name);
      throw new IOException(
          path
              + ": the service put this file over the one that was there, though it was asked not"
              + " to (If-None-Match: *); a store needs a service that knows it");
    }
    return () -> store.delete(name);
  }

  /** Whether the service puts the file once more. */
  private static boolean replaced(StoreFiles store, String name, List<ByteBuffer> content)
      throws IOException {
    try {
      return store.putIfAbsent(name, content);
    } catch (IOException e) {
      // Nobody has been told of the lock, so that nobody would delete it.
      store.delete(name);
      throw e;
    }
  }
}
