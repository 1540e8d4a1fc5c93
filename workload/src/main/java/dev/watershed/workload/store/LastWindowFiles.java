package dev.watershed.workload.store;

import dev.watershed.workload.store.file.ForwardingFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A store of which only the last windows are seen: what a collector needs to go on behind them, and
 * the catalogs that it compares. Texts of statements are not: nobody asks for those of windows that
 * were put.
 */
public final class LastWindowFiles extends ForwardingFiles {

  private static final String WINDOWS = WindowFiles.FOLDER + "/";

  /**
   * @param files the store
   */
  public LastWindowFiles(StoreFiles files) {
    super(files);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    if (folder.equals(TextFolder.TEXTS.path())) {
      return List.of();
    }
    List<String> all = super.list(folder);
    return folder.startsWith(WINDOWS)
        ? last(ServerFolder.serverOf(folder.substring(WINDOWS.length())), all)
        : all;
  }

  /** Of each source the slots of the highest run, or, without slots, what begins last. */
  private static List<String> last(String server, List<String> files) {
    TreeMap<String, List<WindowName>> bySource = new TreeMap<>();
    for (String file : files) {
      WindowName.of(server, file)
          .ifPresent(
              name ->
                  bySource.computeIfAbsent(name.source(), source -> new ArrayList<>()).add(name));
    }
    return bySource.values().stream()
        .flatMap(names -> last(names).stream())
        .map(WindowName::fileName)
        .sorted()
        .toList();
  }

  private static List<WindowName> last(List<WindowName> names) {
    List<WindowName> slots =
        names.stream().filter(name -> name.level() == WindowLevel.SLOT).toList();
    if (slots.isEmpty()) {
      WindowName latest = names.stream().max(Comparator.comparing(WindowName::start)).orElseThrow();
      return names.stream().filter(name -> name.start().equals(latest.start())).toList();
    }
    long run = slots.stream().mapToLong(WindowName::sequence).max().orElseThrow();
    return slots.stream().filter(name -> name.sequence() == run).toList();
  }
}
