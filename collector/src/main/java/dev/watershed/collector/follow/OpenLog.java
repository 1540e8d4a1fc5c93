package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.ArchiveSource;
import dev.watershed.collector.slowlog.LogBytes;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A file of a log, opened. */
public interface OpenLog extends LogBytes, Closeable {

  /** Opens the files of a log. */
  @FunctionalInterface
  interface Opener {

    /**
     * Opens the file of a step where the step begins.
     *
     * @throws IOException if it cannot be read
     */
    OpenLog open(LogPlan.Step step) throws IOException;
  }

  /**
   * Opens the file of a step.
   *
   * @throws LogChangedException if another file has its name by now
   */
  static OpenLog of(LogPlan.Step step) throws IOException {
    return step.file().packed()
        ? PackedLog.open(step, ArchiveSource.of(step.file().path()))
        : PlainLog.open(step);
  }

  /**
   * Opens the compressed file of a step, wherever it lies.
   *
   * @param source its bytes, unpacked; closed if they are of another file
   * @throws LogChangedException if they are
   */
  static OpenLog packed(LogPlan.Step step, ArchiveSource source) throws IOException {
    return PackedLog.open(step, source);
  }

  /**
   * Makes sure that what was read so far is what the file held when it was opened.
   *
   * @throws LogChangedException if it was emptied or replaced in the meantime
   */
  void verify() throws IOException;

  /** Why a compressed file ended early. */
  Optional<String> damage();
}
