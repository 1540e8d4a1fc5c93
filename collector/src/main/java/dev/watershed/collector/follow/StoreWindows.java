package dev.watershed.collector.follow;

import dev.watershed.workload.store.SourceProgress;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.impl.factory.primitive.ByteLists;

/** Keeps windows in a store. Each is a run of its own, so that it counts once it is in place. */
public final class StoreWindows implements WindowSink {

  private final StoreWriter store;
  private final String version;

  /**
   * @param version of Watershed, for whoever asks later who wrote a window
   */
  public StoreWindows(StoreWriter store, String version) {
    this.store = store;
    this.version = version;
  }

  /** The names of the servers that have windows, also of those that nobody asks any more. */
  public List<String> servers() throws IOException {
    return store.servers();
  }

  @Override
  public Optional<Sealed> last(String server, String source) throws IOException {
    SourceProgress progress = store.progress(server, source);
    return progress.done().map(seal -> new Sealed(seal.run(), seal.cursor().toArray()));
  }

  @Override
  public void put(CollectedWindow window) throws IOException {
    store.put(header(window, version), window.workload(), window.observations());
  }

  /**
   * What a window in the store says of itself.
   *
   * @param version of Watershed
   */
  public static WindowHeader header(CollectedWindow window, String version) {
    Seal seal = new Seal(window.number(), 0, 1, ByteLists.immutable.of(window.cursor()));
    WindowName name =
        new WindowName(
            window.server(),
            window.source(),
            WindowLevel.SLOT,
            window.slotStart(),
            window.number());
    return new WindowHeader(
        name, window.observedFrom(), window.observedUntil(), version, seal, List.of());
  }
}
