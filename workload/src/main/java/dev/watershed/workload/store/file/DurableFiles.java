package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Files that are there whole or not at all: written under a temporary name, synced, renamed, and
 * the folder synced. For one writer at a time.
 */
public final class DurableFiles {

  /** Names that begin so are unfinished: readers pass over them, the next writer deletes them. */
  public static final String TEMPORARY_PREFIX = ".unfinished-";

  private final StoreFiles files;

  public DurableFiles(StoreFiles files) {
    this.files = files;
  }

  /** Puts a file in place; one of that name is replaced at once. Durable on return. */
  public void put(String name, List<ByteBuffer> parts) throws IOException {
    int slash = name.lastIndexOf('/');
    String folder = name.substring(0, Math.max(0, slash));
    String temporary =
        (slash < 0 ? "" : folder + "/") + TEMPORARY_PREFIX + name.substring(slash + 1);
    try (StoreOutput output = files.create(temporary)) {
      for (ByteBuffer part : parts) {
        output.write(part.duplicate());
      }
      output.sync();
    }
    files.rename(temporary, name);
    files.syncFolder(folder);
  }

  /** Deletes what an interrupted writer left unfinished in a folder. */
  public void deleteUnfinished(String folder) throws IOException {
    for (String name : files.list(folder)) {
      if (name.startsWith(TEMPORARY_PREFIX)) {
        files.delete(folder.isEmpty() ? name : folder + "/" + name);
      }
    }
  }
}
