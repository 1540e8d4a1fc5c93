package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/** The files of a store that nobody can write. */
public abstract class ReadOnlyFiles implements StoreFiles {

  private final String reason;

  /**
   * @param reason what the store is, and that it cannot be written; stands behind its location in
   *     messages
   */
  protected ReadOnlyFiles(String reason) {
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  @Override
  public final void put(String name, List<ByteBuffer> parts) throws IOException {
    throw readOnly();
  }

  @Override
  public final boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException {
    throw readOnly();
  }

  @Override
  public final void delete(String name) throws IOException {
    throw readOnly();
  }

  @Override
  public final void settle(String folder) throws IOException {
    throw readOnly();
  }

  @Override
  public final void deleteUnfinished(String folder) throws IOException {
    throw readOnly();
  }

  @Override
  public final StoreLock lock(String name, String holder) throws IOException {
    throw readOnly();
  }

  private IOException readOnly() {
    return new IOException(location() + " " + reason);
  }
}
