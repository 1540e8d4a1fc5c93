package dev.watershed.workload.store;

import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.collections.impl.factory.primitive.ByteLists;

/** A little collector: seals events, slot by slot, into a store. */
final class StoreFixture {

  static final String SERVER = "booking-1";
  static final String SOURCE = "slowlog";

  private StoreFixture() {}

  /** Seals events as one run; the cursor is the number of the run. */
  static void seal(
      StoreWriter writer, String server, long run, List<Event> events, WorkloadBounds bounds)
      throws IOException {
    SortedMap<Instant, List<Event>> slots = Events.bySlot(events);
    int part = 0;
    for (Instant slot : slots.keySet()) {
      WindowHeader header = header(server, slot, run, part++, slots.size());
      writer.put(header, Events.workload(slots.get(slot), bounds));
    }
  }

  static WindowHeader header(String server, Instant slot, long run, int part, int parts) {
    Seal seal = new Seal(run, part, parts, ByteLists.immutable.of((byte) run));
    WindowName name = new WindowName(server, SOURCE, WindowLevel.SLOT, slot, run);
    return new WindowHeader(name, name.start(), name.end(), "test", seal, List.of());
  }

  /** Everything that a store says. */
  static String everything(StoreFiles files, WorkloadBounds bounds) throws IOException {
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      return WorkloadText.of(snapshot.merge(bounds).workload());
    }
  }

  /** Puts a catalog as one run; the cursor is the number of the run. */
  static boolean sealCatalog(
      StoreWriter writer, String server, Instant slot, long run, Catalog catalog)
      throws IOException {
    Seal seal = new Seal(run, 0, 1, ByteLists.immutable.of((byte) run));
    WindowName name = new WindowName(server, WindowSource.CATALOG, WindowLevel.SLOT, slot, run);
    WindowHeader header = new WindowHeader(name, name.start(), name.end(), "test", seal, List.of());
    return writer.put(header, catalog);
  }

  /** The newest catalogs of a store. */
  static StoredCatalogs catalogs(StoreFiles files) throws IOException {
    return Store.open(files).catalogs(Set.of(), Instant.MAX);
  }
}
