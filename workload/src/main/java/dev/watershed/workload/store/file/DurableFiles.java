package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Files that are there whole or not at all on a file system that renames at once: written under a
 * temporary name, synced, renamed, and the folder synced. For one writer at a time, which the lock
 * ensures. Each abstract method is one step that may fail alone.
 */
public abstract class DurableFiles implements StoreFiles {

  /** Creates a file and its folders; an existing file is emptied. */
  public abstract StoreOutput create(String name) throws IOException;

  /** Gives a file another name in the same folder, at once; an existing file is replaced. */
  public abstract void rename(String from, String to) throws IOException;

  /** Makes creations, renames and deletions in a folder durable. */
  public abstract void syncFolder(String folder) throws IOException;

  /** Whether there is a file of this name. */
  public abstract boolean exists(String name) throws IOException;

  @Override
  public final void put(String name, List<ByteBuffer> parts) throws IOException {
    int slash = name.lastIndexOf('/');
    String folder = name.substring(0, Math.max(0, slash));
    String temporary =
        (slash < 0 ? "" : folder + "/") + TEMPORARY_PREFIX + name.substring(slash + 1);
    try (StoreOutput output = create(temporary)) {
      for (ByteBuffer part : parts) {
        output.write(part.duplicate());
      }
      output.sync();
    }
    rename(temporary, name);
    syncFolder(folder);
  }

  @Override
  public final boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException {
    if (exists(name)) {
      return false;
    }
    put(name, parts);
    return true;
  }

  @Override
  public final void settle(String folder) throws IOException {
    syncFolder(folder);
  }

  @Override
  public final void deleteUnfinished(String folder) throws IOException {
    for (String name : list(folder)) {
      if (name.startsWith(TEMPORARY_PREFIX)) {
        delete(folder.isEmpty() ? name : folder + "/" + name);
      }
    }
  }
}
