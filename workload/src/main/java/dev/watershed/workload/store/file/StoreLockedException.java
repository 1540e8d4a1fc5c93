package dev.watershed.workload.store.file;

import java.io.IOException;

/** Somebody else writes to the store. */
public final class StoreLockedException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param location the lock
   * @param holder who holds it, as it said itself
   */
  public StoreLockedException(String location, String holder) {
    super(
        "another process writes to this store: "
            + holder
            + " holds "
            + location
            + "; wait for it, or stop it (the lock ends with the process)");
  }
}
