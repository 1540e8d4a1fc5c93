package dev.watershed.benchmarks.fuzz;

import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Windows of a store. A window is read or named among the files that cannot be read, and no
 * question to the store fails.
 *
 * <p>Input: a byte that says the window's level, whether it is a catalog's, and whether its
 * checksums are made to fit; then its bytes.
 */
public final class WindowTarget {

  static final int CATALOG = 8;
  static final int DAMAGED = 16;
  private static final String SERVER = "booking-1";
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
  private static final int LEVELS = 7;

  private WindowTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    byte[] window = Arrays.copyOfRange(input, 1, input.length);
    if ((input[0] & DAMAGED) == 0) {
      Resealed.seal(ByteBuffer.wrap(window));
    }
    WindowLevel[] levels = WindowLevel.values();
    WindowName name =
        new WindowName(
            SERVER,
            (input[0] & CATALOG) == 0 ? "slowlog" : WindowSource.CATALOG,
            levels[(input[0] & LEVELS) % levels.length],
            MIDNIGHT,
            1);
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put(Store.FORMAT_FILE, Store.formatContent());
    files.put("windows/" + ServerFolder.of(SERVER) + "/" + name.fileName(), window);
    StoreQuestions.ask(new HeldFiles(files));
  }
}
