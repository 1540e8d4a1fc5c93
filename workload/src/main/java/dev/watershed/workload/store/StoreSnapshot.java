package dev.watershed.workload.store;

import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextLookup;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowMerger;
import dev.watershed.workload.store.window.WindowSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows that counted at one moment, and their texts. It stays what it is while a collector
 * writes and a compaction deletes.
 */
public final class StoreSnapshot implements AutoCloseable {

  private final List<StoredWindow> windows;
  private final TextFiles texts;
  private final List<SkippedFile> skipped;

  StoreSnapshot(List<StoredWindow> windows, TextFiles texts, List<SkippedFile> skipped) {
    this.windows = List.copyOf(windows);
    this.texts = texts;
    this.skipped = List.copyOf(skipped);
  }

  /** The windows, in the order of their names. */
  public List<StoredWindow> windows() {
    return windows;
  }

  /** Where their texts are. Valid until this is closed. */
  public TextLookup texts() {
    return texts;
  }

  /** The files that could not be read. */
  public List<SkippedFile> skipped() {
    return skipped;
  }

  /**
   * What windows make together.
   *
   * @param summaries what each of those shows that is counted, in the order of their names
   * @param skipped all files that could not be read, those found while merging as well
   */
  public record Merged(
      Workload workload, List<WindowSummary> summaries, List<SkippedFile> skipped) {

    public Merged {
      summaries = List.copyOf(summaries);
      skipped = List.copyOf(skipped);
    }
  }

  /** Merges the windows. */
  public Merged merge(WorkloadBounds bounds) {
    List<SkippedFile> all = new ArrayList<>(skipped);
    WindowMerger.Merged merged =
        WindowMerger.merge(
            windows,
            texts,
            bounds,
            (name, damaged) -> all.add(SkippedFile.of(WindowFiles.pathOf(name), damaged)));
    return new Merged(merged.workload(), merged.summaries(), all);
  }

  @Override
  public void close() {
    texts.close();
  }
}
