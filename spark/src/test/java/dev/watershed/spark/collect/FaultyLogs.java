package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.spark.CommandRun;
import dev.watershed.spark.StoreContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Logs of some servers, faults that happen while they are read, and what one machine makes. */
final class FaultyLogs {

  private static final int SERVERS = 4;
  private static final int STRETCH_BYTES = 6_000;

  private final Path folder;
  private final Path faults;

  FaultyLogs(Path folder, Path faults) throws IOException {
    this.folder = folder;
    this.faults = faults;
    StringBuilder servers = new StringBuilder("store: ./alone\nservers:\n");
    for (int number = 1; number <= SERVERS; number++) {
      Path log = Files.createDirectories(folder.resolve("logs/db-" + number)).resolve("slow.log");
      SimulatedServer server = new SimulatedServer(log, number);
      server.run(120, Duration.ofSeconds(40));
      server.rename();
      server.reopen();
      server.run(60, Duration.ofSeconds(40));
      server.flush();
      servers.append(
          "  - {name: db-%d, slowLog: logs/db-%d/slow.log, longQueryTimeSeconds: 0}\n"
              .formatted(number, number));
    }
    Files.writeString(folder.resolve("watershed.yaml"), servers);
  }

  /**
   * Lets something happen once when a file is opened.
   *
   * @param fault fail, halt, slow, swap or cut (what comes through is half of it) while a stretch
   *     is read, head while the first bytes are, or hide, once, when its folder is listed
   * @param path what its path contains; to be hidden, the whole of it
   */
  void plan(String fault, String path, int number) throws IOException {
    Files.createFile(
        faults.resolve(fault + "_" + path.replace('/', FaultyFileSystem.SLASH) + "_" + number));
  }

  /** Whether everything planned has happened. */
  boolean happened() {
    return faults.toFile().list().length == 0;
  }

  /** Collects on a cluster. */
  CommandRun collect(Supplier<JavaSparkContext> spark) {
    return CommandRun.onSpark(
        folder,
        spark,
        "collect",
        "-c",
        "watershed.yaml",
        "--logs",
        "faulty://" + folder + "/logs/{server}/slow*",
        "--store",
        folder.resolve("cluster").toString(),
        "--log-ended",
        "--stretch-bytes",
        String.valueOf(STRETCH_BYTES));
  }

  /** What one machine makes of the logs. */
  SortedMap<String, String> expected() throws IOException {
    CommandRun alone = CommandRun.alone(folder, "collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(alone.errors()).isEmpty();
    assertThat(alone.code()).isZero();
    return StoreContent.of(folder.resolve("alone"));
  }

  /** What the cluster made of them. */
  SortedMap<String, String> made() throws IOException {
    return StoreContent.of(folder.resolve("cluster"));
  }

  Path folder() {
    return folder;
  }
}
