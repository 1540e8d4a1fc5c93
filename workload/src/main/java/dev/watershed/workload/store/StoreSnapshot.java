package dev.watershed.workload.store;

import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextLookup;
import dev.watershed.workload.store.window.ObservationMerger;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowMerger;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSummaries;
import dev.watershed.workload.store.window.WindowSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The windows that counted at one moment, and their texts. It stays what it is while a collector
 * writes and a compaction deletes.
 */
public final class StoreSnapshot implements AutoCloseable {

  private final List<StoredWindow> windows;
  private final TextFiles texts;
  private final List<SkippedFile> skipped;
  private final CatalogFiles catalogs;
  private final WindowFilter filter;

  StoreSnapshot(
      List<StoredWindow> windows,
      TextFiles texts,
      List<SkippedFile> skipped,
      CatalogFiles catalogs,
      WindowFilter filter) {
    this.windows = List.copyOf(windows);
    this.texts = texts;
    this.skipped = List.copyOf(skipped);
    this.catalogs = catalogs;
    this.filter = filter;
  }

  /** The windows, in the order of their names. */
  public List<StoredWindow> windows() {
    return windows;
  }

  /** The same with some of the windows only. It shares the texts of this one: close this one. */
  public StoreSnapshot only(Predicate<WindowName> wanted) {
    List<StoredWindow> kept =
        windows.stream().filter(window -> wanted.test(window.name())).toList();
    return new StoreSnapshot(kept, texts, skipped, catalogs, filter);
  }

  /** The windows of each server that has any. They share the texts of this one: close this one. */
  public SortedMap<String, StoreSnapshot> byServer() {
    SortedMap<String, StoreSnapshot> servers = new TreeMap<>();
    windowsByServer()
        .forEach(
            (server, own) ->
                servers.put(server, new StoreSnapshot(own, texts, skipped, catalogs, filter)));
    return servers;
  }

  private SortedMap<String, List<StoredWindow>> windowsByServer() {
    SortedMap<String, List<StoredWindow>> servers = new TreeMap<>();
    for (StoredWindow window : windows) {
      servers.computeIfAbsent(window.name().server(), name -> new ArrayList<>()).add(window);
    }
    return servers;
  }

  /**
   * The same within narrower bounds, also as to {@link #catalogs}. It shares the texts of this one:
   * close this one.
   *
   * @param narrower names the servers
   */
  public StoreSnapshot within(WindowFilter narrower) {
    List<StoredWindow> kept =
        windows.stream()
            .filter(window -> narrower.wants(window.name()))
            .flatMap(window -> window.between(narrower.from(), narrower.until()).stream())
            .toList();
    List<SkippedFile> lacking = skipped.stream().filter(file -> wants(narrower, file)).toList();
    return new StoreSnapshot(kept, texts, lacking, catalogs, narrower);
  }

  /** Whether a file that could not be read is a window that is asked for. */
  private static boolean wants(WindowFilter filter, SkippedFile file) {
    String name = file.file().substring(file.file().lastIndexOf('/') + 1);
    return filter.servers().stream()
        .flatMap(server -> WindowName.of(server, name).stream())
        .anyMatch(window -> WindowFiles.pathOf(window).equals(file.file()) && filter.wants(window));
  }

  /** What each of the windows shows, in the order of their names; damaged ones are left out. */
  public List<WindowSummary> summaries() {
    return WindowSummaries.of(windows);
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
   * The newest catalog of each server that was asked for, at the end of the span that was; read
   * when this is called, because most questions need none.
   */
  public StoredCatalogs catalogs() throws IOException {
    return catalogs.newest(filter.servers(), filter.until());
  }

  /** The newest catalog of each server that was asked for, whenever it was collected. */
  public StoredCatalogs newestCatalogs() throws IOException {
    return catalogs.newest(filter.servers(), Instant.MAX);
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
    return merge(bounds, texts);
  }

  /** The same without the slowest statements, whose texts are as long as those of the digests. */
  public Merged mergeWithoutSamples(WorkloadBounds bounds) {
    return merge(bounds, TextLookup.NONE);
  }

  private Merged merge(WorkloadBounds bounds, TextLookup samples) {
    List<SkippedFile> all = new ArrayList<>(skipped);
    WindowMerger.Merged merged =
        WindowMerger.merge(
            windows,
            texts,
            samples,
            bounds,
            (name, damaged) -> all.add(SkippedFile.of(WindowFiles.pathOf(name), damaged)));
    return new Merged(merged.workload(), merged.summaries(), all);
  }

  /**
   * What servers showed besides statements.
   *
   * @param servers by the servers' names in the configuration; a server of which nothing was
   *     observed has empty tables
   * @param skipped as in {@link Merged}
   */
  public record Observed(SortedMap<String, Observations> servers, List<SkippedFile> skipped) {

    public Observed {
      servers = Collections.unmodifiableSortedMap(new TreeMap<>(servers));
      skipped = List.copyOf(skipped);
    }
  }

  /** Merges what the windows of each server show besides statements. */
  public Observed observations(ObservationBounds bounds) {
    List<SkippedFile> all = new ArrayList<>(skipped);
    SortedMap<String, Observations> merged = new TreeMap<>();
    windowsByServer()
        .forEach(
            (server, own) ->
                merged.put(
                    server,
                    ObservationMerger.merge(
                        own,
                        bounds,
                        (name, damaged) ->
                            all.add(SkippedFile.of(WindowFiles.pathOf(name), damaged)))));
    return new Observed(merged, all);
  }

  @Override
  public void close() {
    texts.close();
  }
}
