package dev.watershed.workload.store;

import dev.watershed.workload.store.window.Seal;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a source of a server has been read.
 *
 * @param done the last run of which all windows are there; the next one continues at its cursor
 * @param interrupted a later run of which windows are missing: it is to be read again, from where
 *     the last one ended up to its own cursor, and put again; what is there already stays
 */
public record SourceProgress(Optional<Seal> done, Optional<Seal> interrupted) {

  public SourceProgress {
    Objects.requireNonNull(done, "done");
    Objects.requireNonNull(interrupted, "interrupted");
  }

  /** The number of the run to write now. */
  public long nextRun() {
    return interrupted.map(Seal::run).orElseGet(() -> done.map(seal -> seal.run() + 1).orElse(1L));
  }
}
