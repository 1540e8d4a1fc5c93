package dev.watershed.workload.store;

import dev.watershed.workload.store.file.ForwardingFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

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

  private static List<String> last(String server, List<String> files) {
    return files.stream()
        .flatMap(file -> WindowName.of(server, file).stream())
        .collect(Collectors.groupingBy(WindowName::source))
        .values()
        .stream()
        .flatMap(names -> ProgressSearch.last(names).stream())
        .map(WindowName::fileName)
        .sorted()
        .toList();
  }
}
