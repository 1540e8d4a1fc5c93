package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A folder and what is in it. Names are relative to it, parts separated by {@code /}. A file is
 * there whole or not at all, whatever fails; how that is done is the business of the file system
 * behind it ({@link DurableFiles} for one that can rename).
 */
public interface StoreFiles {

  /** Names that begin so are unfinished: readers pass over them, the next writer deletes them. */
  String TEMPORARY_PREFIX = ".unfinished-";

  /**
   * The same for readers of a span who sum what windows show. Where somebody else can merge them,
   * there are fewer windows that show the same, each hour by itself.
   *
   * @param servers their names; empty for all
   * @param from where the span begins
   * @param until where it ends
   */
  default StoreFiles forSpan(Set<String> servers, Instant from, Instant until) throws IOException {
    return this;
  }

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

  /** Puts a file in place; one of that name is replaced at once. Durable on return. */
  void put(String name, List<ByteBuffer> parts) throws IOException;

  /**
   * Puts a file in place, unless one of that name is there: of several writers one gets it in.
   * Durable on return.
   *
   * @return whether it was put
   */
  boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException;

  /** Deletes a file; nothing happens if there is none. */
  void delete(String name) throws IOException;

  /** Returns when deletions in a folder are durable. */
  void settle(String folder) throws IOException;

  /** Deletes what an interrupted writer left unfinished in a folder. */
  void deleteUnfinished(String folder) throws IOException;

  /**
   * Locks a file against other writers, until the lock is closed or the process ends.
   *
   * @param holder who locks, for the message of whoever comes next
   * @throws StoreLockedException if somebody else holds it
   */
  StoreLock lock(String name, String holder) throws IOException;
}
