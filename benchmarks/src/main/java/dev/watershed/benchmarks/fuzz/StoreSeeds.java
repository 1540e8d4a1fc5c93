package dev.watershed.benchmarks.fuzz;

import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.snapshot.SnapshotBuilder;
import dev.watershed.workload.store.snapshot.SnapshotServer;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of stores to begin with: the golden windows of each version, and a small snapshot.
 *
 * @param repository its folder
 */
record StoreSeeds(Path repository) {

  private static final String GOLDEN = "workload/src/test/resources/golden";
  private static final String LOG =
      "collector/src/test/resources/slowlog/boundary-sixteen-groups.log";
  private static final String SERVER = "booking-1";

  /** Each behind the byte that says its level and source. */
  List<byte[]> windows() throws IOException {
    List<byte[]> windows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(repository.resolve(GOLDEN))) {
      for (Path file :
          files.filter(path -> path.toString().endsWith(".window")).sorted().toList()) {
        WindowName name = WindowName.of(SERVER, file.getFileName().toString()).orElseThrow();
        byte head = (byte) List.of(WindowLevel.values()).indexOf(name.level());
        if (name.source().equals(WindowSource.CATALOG)) {
          head |= WindowTarget.CATALOG;
        }
        windows.add(Seeds.joined(new byte[] {head}, Files.readAllBytes(file)));
      }
    }
    return windows;
  }

  /** Of a small log and a catalog. */
  byte[] snapshot(Catalog catalog) {
    Workload workload =
        new SlowLogCollector(SlowLogOptions.standard().withThreads(1))
            .collect(
                List.of(new LogInput("slow.log", Optional.of(repository.resolve(LOG)))),
                InputStream.nullInputStream(),
                ReadProgress.NONE)
            .workload();
    Instant from = Instant.parse("2026-11-23T00:00:00Z");
    SnapshotBuilder builder = new SnapshotBuilder("fuzz");
    builder.add(
        new SnapshotServer(
            SERVER,
            "slowlog",
            from,
            from.plus(Duration.ofHours(1)),
            workload,
            Observations.NONE,
            Optional.of(catalog)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    for (ByteBuffer part : builder.build(from)) {
      byte[] content = new byte[part.remaining()];
      part.duplicate().get(content);
      bytes.writeBytes(content);
    }
    return bytes.toByteArray();
  }
}
