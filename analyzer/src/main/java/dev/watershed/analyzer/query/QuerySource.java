package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoredCatalog;
import dev.watershed.workload.store.StoredCatalogs;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What the tables are read from. Several threads may ask. */
final class QuerySource {

  private final StoreSnapshot snapshot;
  private final ServiceMapping mapping;
  private final CatalogChoice choice;
  private final Map<Origin, Integer> originIds = new LinkedHashMap<>();
  private final Map<String, SkippedFile> skipped = new LinkedHashMap<>();
  private boolean originsRead;
  private Optional<List<StoredCatalog>> catalogs = Optional.empty();
  private Optional<SortedMap<String, Observations>> observed = Optional.empty();

  /** With the catalogs that the snapshot names. */
  QuerySource(StoreSnapshot snapshot, ServiceMapping mapping) {
    this(snapshot, mapping, StoreSnapshot::catalogs);
  }

  QuerySource(StoreSnapshot snapshot, ServiceMapping mapping, CatalogChoice choice) {
    this.snapshot = snapshot;
    this.mapping = mapping;
    this.choice = choice;
  }

  /** Which catalogs the tables of catalogs show. */
  @FunctionalInterface
  interface CatalogChoice {
    StoredCatalogs of(StoreSnapshot snapshot) throws IOException;
  }

  StoreSnapshot snapshot() {
    return snapshot;
  }

  ServiceMapping mapping() {
    return mapping;
  }

  StoredWindow window(int part) {
    return snapshot.windows().get(part);
  }

  int windows() {
    return snapshot.windows().size();
  }

  synchronized void skip(StoredWindow window, UnreadableFileException damaged) {
    SkippedFile file = SkippedFile.of(window, damaged);
    skipped.putIfAbsent(file.file(), file);
  }

  synchronized List<SkippedFile> skipped() {
    return List.copyOf(skipped.values());
  }

  /** The newest catalogs. What they lack is said with the answer. */
  synchronized List<StoredCatalog> catalogs() {
    if (catalogs.isEmpty()) {
      try {
        StoredCatalogs stored = choice.of(snapshot);
        stored.skipped().forEach(file -> skipped.putIfAbsent(file.file(), file));
        catalogs = Optional.of(stored.catalogs());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return catalogs.get();
  }

  /** What servers showed besides statements, by server. */
  synchronized SortedMap<String, Observations> observations() {
    if (observed.isEmpty()) {
      StoreSnapshot.Observed all = snapshot.observations(ObservationBounds.standard());
      all.skipped().forEach(file -> skipped.putIfAbsent(file.file(), file));
      observed = Optional.of(all.servers());
    }
    return observed.get();
  }

  /** All origins; their positions are the ids that the tables share. */
  synchronized List<Origin> origins(PartReader reader) {
    readOrigins(reader);
    return new ArrayList<>(originIds.keySet());
  }

  /** The ids of a window's origins, in its own order. */
  synchronized int[] originIds(StoredWindow window, PartReader reader)
      throws UnreadableFileException {
    readOrigins(reader);
    return window.origins(reader.memory()).stream()
        .mapToInt(origin -> originIds.computeIfAbsent(origin, unseen -> originIds.size()))
        .toArray();
  }

  private void readOrigins(PartReader reader) {
    if (originsRead) {
      return;
    }
    for (StoredWindow window : snapshot.windows()) {
      try {
        for (Origin origin : window.origins(reader.memory())) {
          originIds.putIfAbsent(origin, originIds.size());
        }
      } catch (UnreadableFileException damaged) {
        skip(window, damaged);
      }
    }
    originsRead = true;
  }
}
