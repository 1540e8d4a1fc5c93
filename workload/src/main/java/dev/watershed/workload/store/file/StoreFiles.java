package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A folder and what is in it. Names are relative to it, parts separated by {@code /}. Each method
 * is one step that may fail alone: {@link DurableFiles} puts steps together so that a failure in
 * between does no harm.
 */
public interface StoreFiles {

  /** Where this is, for messages. */
  String location();

  /**
   * The names of what is directly in a folder, files and folders, in their order; empty if there is
   * no such folder.
   *
   * @param folder empty for the store itself
   */
  List<String> list(String folder) throws IOException;

  /**
   * The bytes of a file, mapped where the file system can. They stay readable when the file is
   * deleted afterwards.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws java.io.IOException also if it has 2 GiB or more
   */
  ByteBuffer map(String name) throws IOException;

  /** Creates a file and its folders; an existing file is emptied. */
  StoreOutput create(String name) throws IOException;

  /** Gives a file another name in the same folder, at once; an existing file is replaced. */
  void rename(String from, String to) throws IOException;

  /** Makes creations, renames and deletions in a folder durable. */
  void syncFolder(String folder) throws IOException;

  /** Deletes a file; nothing happens if there is none. */
  void delete(String name) throws IOException;

  /**
   * Locks a file against other writers, until the lock is closed or the process ends.
   *
   * @param holder who locks, for the message of whoever comes next
   * @throws StoreLockedException if somebody else holds it
   */
  StoreLock lock(String name, String holder) throws IOException;
}
