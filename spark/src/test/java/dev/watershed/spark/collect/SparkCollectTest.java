package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.collector.reference.SlowLogGenerator;
import dev.watershed.spark.CommandRun;
import dev.watershed.spark.LocalSpark;
import dev.watershed.spark.StoreContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of several servers on a cluster, against one machine that reads the same: byte for byte. */
class SparkCollectTest {

  private static final int MINUTE_MICROS = 60_000_000;
  private static final int SERVERS = 3;

  private static LocalSpark spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark = new LocalSpark("local[2]", Map.of());
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {700, 6_000, 1 << 28})
  void hostileLogsGiveTheSameStore(int stretchBytes) throws IOException {
    for (int server = 1; server <= SERVERS; server++) {
      byte[] log =
          server == 1
              ? SlowLogGenerator.clean(server, 250, MINUTE_MICROS)
              : SlowLogGenerator.damaged(server, 250, MINUTE_MICROS);
      Files.write(log(server), log);
    }
    configure();
    compare(stretchBytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 1 << 28})
  void rotatedAndCompressedLogsGiveTheSameStore(int stretchBytes) throws IOException {
    for (int number = 1; number <= SERVERS; number++) {
      SimulatedServer server = new SimulatedServer(log(number), number);
      for (int day = 0; day < 3; day++) {
        server.run(80, Duration.ofSeconds(50));
        server.rename();
        server.reopen();
        server.compress();
      }
      server.run(40, Duration.ofSeconds(50));
      server.flush();
    }
    configure();
    compare(stretchBytes);
  }

  @Test
  void aLaterRunGoesOnWhereTheLastOneEnded() throws IOException {
    List<SimulatedServer> servers = new ArrayList<>();
    for (int number = 1; number <= SERVERS; number++) {
      SimulatedServer server = new SimulatedServer(log(number), number);
      server.run(90, Duration.ofSeconds(50));
      servers.add(server);
    }
    configure();
    collectBoth(2_000, false);
    for (SimulatedServer server : servers) {
      server.run(90, Duration.ofSeconds(50));
      server.rename();
      server.reopen();
      server.run(90, Duration.ofSeconds(50));
      server.flush();
    }
    // One machine goes on in the cluster's store, and the cluster in that of one machine.
    Files.move(folder.resolve("alone"), folder.resolve("other"));
    Files.move(folder.resolve("cluster"), folder.resolve("alone"));
    Files.move(folder.resolve("other"), folder.resolve("cluster"));
    compare(2_000);
  }

  /** Each day's file has the name of the one that grows. */
  @Test
  void ofAFolderADayTheNextDayIsReadToo() throws IOException {
    Path written = folder.resolve("slow.log");
    SimulatedServer server = new SimulatedServer(written, 7);
    server.run(90, Duration.ofSeconds(50));
    server.flush();
    assertThat(readDay("01", written)).doesNotStartWith("db-1: 0 ");
    server.rename();
    server.reopen();
    server.run(90, Duration.ofSeconds(50));
    server.flush();
    assertThat(readDay("02", written)).doesNotStartWith("db-1: 0 ");
  }

  private String readDay(String day, Path written) throws IOException {
    configure();
    Path file = Files.createDirectories(folder.resolve("logs/db-1/" + day)).resolve("slow.log");
    Files.copy(written, file);
    CommandRun run =
        CommandRun.onSpark(
            folder,
            spark,
            "collect",
            "-c",
            "watershed.yaml",
            "--logs",
            folder + "/logs/{server}/*/slow.log",
            "--store",
            folder.resolve("days").toString());
    return run.output();
  }

  private Path log(int server) throws IOException {
    return Files.createDirectories(folder.resolve("logs/db-" + server)).resolve("slow.log");
  }

  private void configure() throws IOException {
    StringBuilder servers = new StringBuilder();
    for (int server = 1; server <= SERVERS; server++) {
      servers.append(
          "  - {name: db-%d, slowLog: logs/db-%d/slow.log, longQueryTimeSeconds: 0}\n"
              .formatted(server, server));
    }
    Files.writeString(folder.resolve("watershed.yaml"), "store: ./alone\nservers:\n" + servers);
  }

  private void compare(int stretchBytes) throws IOException {
    collectBoth(stretchBytes, true);
    SortedMap<String, String> alone = StoreContent.of(folder.resolve("alone"));
    assertThat(StoreContent.of(folder.resolve("cluster"))).isEqualTo(alone);
    assertThat(alone).hasSizeGreaterThan(20);
  }

  private void collectBoth(int stretchBytes, boolean ended) throws IOException {
    String endOption = ended ? "--log-ended" : "--once";
    CommandRun alone =
        CommandRun.alone(
            folder,
            "collect",
            "-c",
            "watershed.yaml",
            "--format",
            "json",
            endOption,
            "--metrics",
            "alone.prom");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "collect",
                "-c",
                "watershed.yaml",
                "--logs",
                folder + "/logs/{server}/slow*",
                "--store",
                "cluster",
                "--stretch-bytes",
                String.valueOf(stretchBytes),
                "--format",
                "json",
                "--metrics",
                "cluster.prom"));
    if (ended) {
      arguments.add("--log-ended");
    }
    CommandRun cluster = CommandRun.onSpark(folder, spark, arguments.toArray(String[]::new));
    assertThat(cluster.errors()).isEqualTo(alone.errors());
    assertThat(cluster.output()).isEqualTo(alone.output());
    assertThat(cluster.code()).isEqualTo(alone.code());
    assertThat(figures("cluster.prom")).isEqualTo(figures("alone.prom")).hasSizeGreaterThan(10);
  }

  /** What metrics say of the logs. */
  private List<String> figures(String metrics) throws IOException {
    return Files.readAllLines(folder.resolve(metrics)).stream()
        .filter(line -> line.contains("source=\"slowlog\""))
        .toList();
  }
}
