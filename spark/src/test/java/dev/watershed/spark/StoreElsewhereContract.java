package dev.watershed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs and store on another file system: every command says what it says of the same on a disk. */
abstract class StoreElsewhereContract {

  @TempDir private Path folder;

  /** The Spark that knows the file system. */
  abstract LocalSpark spark();

  /** The commands that are compared, beside {@code collect} and {@code report}. */
  abstract String[] commands();

  /** The address of a folder there that nobody else uses. */
  abstract String root();

  @Test
  void everyCommandSaysTheSame() throws IOException {
    Path log = Files.createDirectories(folder.resolve("logs/db-1")).resolve("slow.log");
    SimulatedServer server = new SimulatedServer(log, 5);
    // Some days: the windows of whole ones are merged on the executors.
    server.run(400, Duration.ofMinutes(11));
    server.flush();
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: ./alone
        servers: [{name: db-1, slowLog: logs/db-1/slow.log, longQueryTimeSeconds: 0}]
        """);
    String root = root();
    FileSystem files =
        new org.apache.hadoop.fs.Path(root).getFileSystem(spark().get().hadoopConfiguration());
    files.copyFromLocalFile(
        new org.apache.hadoop.fs.Path(log.toUri()),
        new org.apache.hadoop.fs.Path(root + "/logs/db-1/slow.log"));
    CommandRun alone = CommandRun.alone(folder, "collect", "-c", "watershed.yaml", "--log-ended");
    CommandRun cluster =
        there(
            root,
            "collect",
            "-c",
            "watershed.yaml",
            "--log-ended",
            "--logs",
            root + "/logs/*/slow.log",
            "--stretch-bytes",
            "5000");
    assertThat(cluster).isEqualTo(alone);
    assertThat(cluster.code()).isZero();
    int jobs = jobs();
    said(root, commands());
    assertThat(jobs()).as("windows are merged on the executors").isGreaterThan(jobs);
    assertThat(CommandRun.alone(folder, "collect", "-c", "watershed.yaml", "--compact").code())
        .isZero();
    CommandRun compacted =
        there(
            root,
            "collect",
            "-c",
            "watershed.yaml",
            "--compact",
            "--logs",
            root + "/logs/*/slow.log");
    assertThat(compacted.code()).as(compacted.errors()).isZero();
    assertThat(files.listStatus(new org.apache.hadoop.fs.Path(root, "store/windows/db-1")))
        .hasSize(folder.resolve("alone/windows/db-1").toFile().list().length);
    said(root, "analyze");
  }

  private int jobs() {
    return spark().get().statusTracker().getJobIdsForGroup(null).length;
  }

  private void said(String root, String... commands) throws IOException {
    for (String command : commands) {
      CommandRun onDisk =
          CommandRun.alone(folder, command, "-c", "watershed.yaml", "--format", "json");
      assertThat(there(root, command, "-c", "watershed.yaml", "--format", "json"))
          .as(command)
          .isEqualTo(onDisk);
      assertThat(onDisk.output()).as(command).startsWith("{");
    }
    String[] report = {"report", "-c", "watershed.yaml", "--out", "report.html"};
    assertThat(CommandRun.alone(folder, report).code()).isZero();
    byte[] page = Files.readAllBytes(folder.resolve("report.html"));
    assertThat(there(root, report).code()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("report.html"))).isEqualTo(page);
  }

  @Test
  void whereNoStoreIsNothingIsThereToJudge() throws IOException {
    Files.writeString(folder.resolve("watershed.yaml"), "store: ./alone\n");
    CommandRun run = there(root() + "/nothing", "analyze", "-c", "watershed.yaml");
    assertThat(run.errors()).contains("there is no store at " + root() + "/nothing/store");
    assertThat(run.code()).isEqualTo(3);
  }

  private CommandRun there(String root, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--store=" + root + "/store");
    return CommandRun.onSpark(folder, spark(), all.toArray(String[]::new));
  }
}
