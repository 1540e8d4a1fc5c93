package dev.watershed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs and store on HDFS: every command says what it says of the same on a disk. */
class StoreOnHdfsTest {

  @TempDir private static Path disk;
  private static MiniDFSCluster hdfs;
  private static LocalSpark spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
    hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    hdfs.waitActive();
    spark = new LocalSpark("local[2]", Map.of());
  }

  @AfterAll
  static void stop() {
    spark.close();
    hdfs.shutdown();
  }

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
    String root = hdfs.getURI() + "/fleet";
    hdfs.getFileSystem()
        .copyFromLocalFile(
            new org.apache.hadoop.fs.Path(log.toUri()),
            new org.apache.hadoop.fs.Path(root + "/logs/db-1/slow.log"));
    CommandRun alone = CommandRun.alone(folder, "collect", "-c", "watershed.yaml", "--log-ended");
    CommandRun cluster =
        onHdfs(
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
    said(root, "analyze", "advise", "plan", "check", "owners");
    assertThat(jobs()).as("windows are merged on the executors").isGreaterThan(jobs);
    assertThat(CommandRun.alone(folder, "collect", "-c", "watershed.yaml", "--compact").code())
        .isZero();
    CommandRun compacted =
        onHdfs(
            root,
            "collect",
            "-c",
            "watershed.yaml",
            "--compact",
            "--logs",
            root + "/logs/*/slow.log");
    assertThat(compacted.code()).as(compacted.errors()).isZero();
    assertThat(
            hdfs.getFileSystem()
                .listStatus(new org.apache.hadoop.fs.Path(root, "store/windows/db-1")))
        .hasSize(folder.resolve("alone/windows/db-1").toFile().list().length);
    said(root, "analyze");
  }

  private static int jobs() {
    return spark.get().statusTracker().getJobIdsForGroup(null).length;
  }

  private void said(String root, String... commands) throws IOException {
    for (String command : commands) {
      CommandRun onDisk =
          CommandRun.alone(folder, command, "-c", "watershed.yaml", "--format", "json");
      assertThat(onHdfs(root, command, "-c", "watershed.yaml", "--format", "json"))
          .as(command)
          .isEqualTo(onDisk);
      assertThat(onDisk.output()).as(command).startsWith("{");
    }
    String[] report = {"report", "-c", "watershed.yaml", "--out", "report.html"};
    assertThat(CommandRun.alone(folder, report).code()).isZero();
    byte[] page = Files.readAllBytes(folder.resolve("report.html"));
    assertThat(onHdfs(root, report).code()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("report.html"))).isEqualTo(page);
  }

  @Test
  void whereNoStoreIsNothingIsThereToJudge() throws IOException {
    Files.writeString(folder.resolve("watershed.yaml"), "store: ./alone\n");
    CommandRun run = onHdfs(hdfs.getURI() + "/nothing", "analyze", "-c", "watershed.yaml");
    assertThat(run.errors()).contains("there is no store at hdfs://");
    assertThat(run.code()).isEqualTo(3);
  }

  private CommandRun onHdfs(String root, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--store=" + root + "/store");
    return CommandRun.onSpark(folder, spark, all.toArray(String[]::new));
  }
}
