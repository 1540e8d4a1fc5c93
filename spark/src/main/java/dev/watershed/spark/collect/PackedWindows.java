package dev.watershed.spark.collect;

import dev.watershed.cli.command.SourceRead;
import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.StretchReader;
import dev.watershed.workload.store.text.TextId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/**
 * The windows that a task gives back: it ends once they are many bytes, so that neither it nor the
 * driver holds more than these and one window. Not thread-safe.
 */
final class PackedWindows implements StretchReader.Windows {

  private final String version;
  private final long enoughBytes;
  private final Set<TextId> brought = new HashSet<>();
  private final ArrayList<PackedWindow> windows = new ArrayList<>();
  private long bytes;
  private SourceRead read = SourceRead.NOTHING;

  /**
   * @param version of Watershed
   * @param enoughBytes so many bytes are enough
   */
  PackedWindows(String version, long enoughBytes) {
    this.version = version;
    this.enoughBytes = enoughBytes;
  }

  @Override
  public boolean put(CollectedWindow window) {
    PackedWindow packed = PackedWindow.of(window, version, brought);
    windows.add(packed);
    bytes += packed.bytes();
    read = read.and(SourceRead.of(window.workload()));
    return bytes < enoughBytes;
  }

  ArrayList<PackedWindow> windows() {
    return windows;
  }

  /** What they show. */
  SourceRead read() {
    return read;
  }
}
