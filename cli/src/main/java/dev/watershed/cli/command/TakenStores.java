package dev.watershed.cli.command;

import dev.watershed.reports.CollectedSource;
import dev.watershed.workload.store.OtherStore;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.TakenSource;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes the windows that other collectors put into stores of their own. */
public final class TakenStores {

  private final StoreWriter store;

  /**
   * @param store that takes
   */
  public TakenStores(StoreWriter store) {
    this.store = store;
  }

  /**
   * Takes what each store has and this one lacks, the servers of one at the same time. A server
   * that cannot be taken holds up no other.
   *
   * @param others the files of each by its name in messages, in the order in which they are read
   * @return what became of each source of each server, those of a store by the server's name
   */
  public List<CollectedSource> take(Map<String, StoreFiles> others) {
    List<CollectedSource> sources = new ArrayList<>();
    others.forEach((name, files) -> sources.addAll(take(name, files)));
    return sources;
  }

  private List<CollectedSource> take(String name, StoreFiles files) {
    try (OtherStore other = OtherStore.open(files)) {
      List<CollectedSource> sources = new ArrayList<>();
      if (!other.skipped().isEmpty()) {
        sources.add(
            failed(name, "texts", other.skipped().stream().map(SkippedFile::described).toList()));
      }
      other.servers().parallelStream()
          .distinct()
          .sorted()
          .map(server -> take(name, other, server))
          .toList()
          .forEach(sources::addAll);
      return sources;
    } catch (IOException e) {
      return List.of(failed(name, "store", List.of(name + ": " + e.getMessage())));
    }
  }

  private List<CollectedSource> take(String name, OtherStore other, String server) {
    try {
      return store.take(other, server).stream().map(taken -> source(name, server, taken)).toList();
    } catch (IOException e) {
      return List.of(failed(server, "store", List.of(name + ": " + e.getMessage())));
    }
  }

  private static CollectedSource source(String name, String server, TakenSource taken) {
    return new CollectedSource(
        server,
        taken.source(),
        taken.windows(),
        taken.events(),
        List.of(),
        taken.failures().stream().map(failure -> name + ": " + failure).toList());
  }

  private static CollectedSource failed(String server, String source, List<String> failures) {
    return new CollectedSource(server, source, 0, 0, List.of(), failures);
  }
}
