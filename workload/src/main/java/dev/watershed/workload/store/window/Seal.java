package dev.watershed.workload.store.window;

import java.util.Objects;
import org.eclipse.collections.api.list.primitive.ImmutableByteList;

/**
 * How far a source had been read when a window was written. A run of the collector seals all its
 * windows, one per slot, with the same run number and cursor; it counts as done when all its parts
 * are there. A run that was interrupted is read again, from the cursor of the run before up to its
 * own, and writes the parts that are missing.
 *
 * @param run 1 for the first run of a server's source, then one more each
 * @param part the position of this window in the run, from 0
 * @param parts how many windows the run writes
 * @param cursor what the next run needs to continue exactly; only the collector reads it
 */
public record Seal(long run, int part, int parts, ImmutableByteList cursor) {

  public Seal {
    Objects.requireNonNull(cursor, "cursor");
    if (run < 1 || part < 0 || part >= parts) {
      throw new IllegalArgumentException("run " + run + ", part " + part + " of " + parts);
    }
  }
}
