package dev.watershed.benchmarks.store;

import dev.watershed.workload.KeptHashes;
import dev.watershed.workload.Origin;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreOutput;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.factory.primitive.ByteLists;

/** Writes the hourly windows of a shape, as a compaction would leave them. */
final class LargeStore {

  private static final WorkloadBounds BOUNDS =
      WorkloadBounds.ofNames(1 << 20, 1 << 18, 1 << 14, 1 << 10, 1 << 20);

  private final StoreShape shape;
  private final Compression compression;
  private final StoreFiles files;

  LargeStore(StoreShape shape, Compression compression, Path folder) {
    this.shape = shape;
    this.compression = compression;
    this.files = new LocalStoreFiles(folder);
  }

  static String serverName(int server) {
    return "server-" + server;
  }

  /** Writes all windows, on all processors. Nothing is synced: this is no test of disks. */
  void write() throws IOException {
    StoreWriter.open(files, "benchmark").close();
    Map<TextId, String> texts = new ConcurrentHashMap<>();
    IntStream.range(0, shape.windows())
        .parallel()
        .forEach(window -> writeWindow(window % shape.servers(), window / shape.servers(), texts));
    try (TextFiles textFiles = TextFiles.open(files, TextFolder.TEXTS, (name, damaged) -> {})) {
      textFiles.put(texts);
    }
  }

  private void writeWindow(int server, int hour, Map<TextId, String> texts) {
    WindowEncoder.Encoded encoded = encode(server, hour);
    texts.putAll(encoded.texts());
    WindowName name = nameOf(server, hour);
    String path = "windows/" + ServerFolder.of(name.server()) + "/" + name.fileName();
    try (StoreOutput output = files.create(path)) {
      for (ByteBuffer part : encoded.file()) {
        output.write(part.duplicate());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private WindowEncoder.Encoded encode(int server, int hour) {
    WindowName name = nameOf(server, hour);
    Seal seal = new Seal(hour + 1L, 0, 1, ByteLists.immutable.empty());
    WindowHeader header =
        new WindowHeader(name, name.start(), name.end(), "benchmark", seal, List.of());
    return WindowEncoder.encode(header, workload(server, hour), compression);
  }

  private static WindowName nameOf(int server, int hour) {
    Instant start = WindowRowsGenerator.startOf(hour);
    return new WindowName(serverName(server), "slowlog", WindowLevel.HOUR, start, 0);
  }

  private Workload workload(int server, int hour) {
    WorkloadBuilder builder = new WorkloadBuilder(BOUNDS);
    builder.lump(KeptHashes.ALL);
    new WindowRowsGenerator(shape)
        .forEachRow(
            server,
            hour,
            (digest, schema, origin, figures, latencies) -> {
              int text = builder.textIndex(digest);
              if (text < 0) {
                String fingerprint = "SELECT * FROM `t_%x` WHERE `id` = ?".formatted(digest);
                text = builder.defineText(digest, fingerprint, false);
              }
              Origin account =
                  new Origin("account-" + origin, "10.0." + origin + ".0/24", List.of());
              builder.addStatements(
                  text,
                  builder.schemaIndex("schema_" + schema),
                  builder.originIndex(account),
                  figures,
                  latencies);
            });
    return builder.build(List.of(), OptionalDouble.of(0), bytes -> "");
  }
}
