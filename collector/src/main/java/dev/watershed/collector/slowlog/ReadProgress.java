package dev.watershed.collector.slowlog;

/** Told how far the reading is; called from the reading threads. */
@FunctionalInterface
public interface ReadProgress {

  /** Tells nobody. */
  ReadProgress NONE = (bytes, totalBytes) -> {};

  /**
   * Takes note.
   *
   * @param bytes bytes of the inputs read so far, as they lie on disk
   * @param totalBytes their sizes together; −1 when it is not known
   */
  void read(long bytes, long totalBytes);
}
