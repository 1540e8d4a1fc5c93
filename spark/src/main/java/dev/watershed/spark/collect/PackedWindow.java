package dev.watershed.spark.collect;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.StoreWindows;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.RenumberedWindow;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;

/**
 * A window as its file, on its way from the task that read it to the driver.
 *
 * @param server its server
 * @param startSeconds when its slot begins, since 1970
 * @param number among the windows of its stretch, from 1
 * @param file the bytes
 * @param texts those that it needs and that no window before it in its stretch brings
 */
record PackedWindow(
    String server, long startSeconds, long number, byte[] file, ArrayList<String> texts)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Packs a window.
   *
   * @param brought the texts that windows before it bring; its own are added
   */
  static PackedWindow of(CollectedWindow window, String version, Set<TextId> brought) {
    WindowHeader header = StoreWindows.header(window, version);
    WindowEncoder.Encoded encoded =
        WindowEncoder.encode(header, window.workload(), window.observations(), Compression.NONE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer part : encoded.file()) {
      byte[] copy = new byte[part.remaining()];
      part.duplicate().get(copy);
      bytes.writeBytes(copy);
    }
    ArrayList<String> texts = new ArrayList<>();
    encoded
        .texts()
        .forEach(
            (id, text) -> {
              if (brought.add(id)) {
                texts.add(text);
              }
            });
    return new PackedWindow(
        window.server(),
        window.slotStart().getEpochSecond(),
        window.number(),
        bytes.toByteArray(),
        texts);
  }

  /** The window under the number that it has among all windows of its server. */
  RenumberedWindow.Renumbered numbered(long own) throws IOException {
    WindowName name =
        new WindowName(
            server,
            WindowSource.SLOW_LOG,
            WindowLevel.SLOT,
            Instant.ofEpochSecond(startSeconds),
            number);
    return RenumberedWindow.of(ByteBuffer.wrap(file), name, own);
  }

  /** About how much it is on its way, in bytes. */
  long bytes() {
    return file.length + texts.stream().mapToLong(String::length).sum();
  }

  /** The texts by their ids. */
  TreeMap<TextId, String> textsById() {
    TreeMap<TextId, String> byId = new TreeMap<>();
    texts.forEach(text -> byId.put(TextId.of(text), text));
    return byId;
  }
}
