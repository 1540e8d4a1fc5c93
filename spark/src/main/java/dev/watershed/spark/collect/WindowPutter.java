package dev.watershed.spark.collect;

import dev.watershed.collector.follow.StoreWindows;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.RenumberedWindow;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts windows in place: the only one who does, on the driver. Those of a server come one after the
 * other, so that what is there when it is killed is what a run until then would have left.
 */
final class WindowPutter {

  private final StoreWriter store;
  private final StoreWindows windows;

  WindowPutter(StoreWriter store, String version) {
    this.store = store;
    this.windows = new StoreWindows(store, version);
  }

  /** The last window of a server's slow log. */
  Optional<WindowSink.Sealed> last(String server) throws IOException {
    return windows.last(server, WindowSource.SLOW_LOG);
  }

  /** Goes on behind the last window of a server. */
  Server server(String name) throws IOException {
    return new Server(last(name).map(WindowSink.Sealed::number).orElse(0L));
  }

  /** The windows of one server. */
  final class Server {

    private long number;

    private Server(long number) {
      this.number = number;
    }

    /** Puts the windows of a stretch, its texts first. */
    void put(List<PackedWindow> stretch) throws IOException {
      TreeMap<TextId, String> texts = new TreeMap<>();
      stretch.forEach(window -> texts.putAll(window.textsById()));
      store.putTexts(texts);
      for (PackedWindow window : stretch) {
        RenumberedWindow.Renumbered numbered = window.numbered(number + 1);
        store.put(numbered.header(), new WindowEncoder.Encoded(numbered.file(), Map.of()));
        number++;
      }
    }
  }
}
