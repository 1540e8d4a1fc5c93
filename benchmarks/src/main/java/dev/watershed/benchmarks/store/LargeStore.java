package dev.watershed.benchmarks.store;

import dev.watershed.workload.KeptHashes;
import dev.watershed.workload.Origin;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreOutput;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.HoursEncoder;
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

/**
 * Writes the hourly windows of a shape: a file each, not compressed, as a collector leaves them, or
 * those of a day in one file, as a compaction does.
 */
final class LargeStore {

  private static final WorkloadBounds BOUNDS =
      WorkloadBounds.ofNames(1 << 20, 1 << 18, 1 << 14, 1 << 10, 1 << 20);

  private static final int HOURS_PER_DAY = 24;

  private final StoreShape shape;
  private final boolean compacted;
  private final LocalStoreFiles files;

  LargeStore(StoreShape shape, boolean compacted, Path folder) {
    this.shape = shape;
    this.compacted = compacted;
    this.files = new LocalStoreFiles(folder);
  }

  static String serverName(int server) {
    return "server-" + server;
  }

  /** Writes all windows, on all processors. Nothing is synced: this is no test of disks. */
  void write() throws IOException {
    StoreWriter.open(files, "benchmark").close();
    Map<TextId, String> texts = new ConcurrentHashMap<>();
    int perFile = compacted ? HOURS_PER_DAY : 1;
    IntStream.range(0, shape.windows() / perFile)
        .parallel()
        .forEach(
            file -> {
              int hour = file / shape.servers() * perFile;
              writeFile(nameOf(file % shape.servers(), hour), hour, file % shape.servers(), texts);
            });
    try (TextFiles textFiles = TextFiles.open(files, TextFolder.TEXTS, (name, damaged) -> {})) {
      textFiles.put(texts);
    }
  }

  private void writeFile(WindowName name, int hour, int server, Map<TextId, String> texts) {
    Seal seal = new Seal(hour + 1L, 0, 1, ByteLists.immutable.empty());
    WindowHeader header =
        new WindowHeader(name, name.start(), name.end(), "benchmark", seal, List.of());
    WindowEncoder.Encoded encoded =
        compacted
            ? encodeDay(header, server, hour)
            : WindowEncoder.encode(header, workload(server, hour), Compression.NONE);
    texts.putAll(encoded.texts());
    String path = "windows/" + ServerFolder.of(name.server()) + "/" + name.fileName();
    try (StoreOutput output = files.create(path)) {
      for (ByteBuffer part : encoded.file()) {
        output.write(part.duplicate());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private WindowEncoder.Encoded encodeDay(WindowHeader header, int server, int firstHour) {
    HoursEncoder encoder = new HoursEncoder();
    for (int hour = firstHour; hour < firstHour + HOURS_PER_DAY; hour++) {
      Instant start = WindowRowsGenerator.startOf(hour);
      Instant end = WindowRowsGenerator.startOf(hour + 1);
      encoder.add(start, start, end, workload(server, hour));
    }
    return encoder.encode(header);
  }

  private WindowName nameOf(int server, int hour) {
    Instant start = WindowRowsGenerator.startOf(hour);
    WindowLevel level = compacted ? WindowLevel.HOURS : WindowLevel.HOUR;
    return new WindowName(serverName(server), "slowlog", level, start, 0);
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
