package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.spark.Cluster;
import dev.watershed.spark.CommandRun;
import dev.watershed.spark.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerSpeculativeTaskSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors that are slow, die, and whose worker is killed: the same bytes. */
class ClusterTest {

  @TempDir private static Path home;
  @TempDir private static Path faults;
  private static Cluster cluster;
  private static LocalSpark spark;

  @TempDir private Path folder;
  private FaultyLogs logs;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    cluster = new Cluster(home);
    Map<String, String> settings = new HashMap<>(FaultyFileSystem.settings(faults));
    settings.putAll(cluster.settings());
    settings.put("spark.speculation", "true");
    settings.put("spark.speculation.quantile", "0.3");
    settings.put("spark.speculation.multiplier", "1.1");
    spark = new LocalSpark(cluster.master(), settings);
    // Whoever lost the race is woken and leaves its core.
    spark.get().setLocalProperty("spark.job.interruptOnCancel", "true");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    spark.close();
    cluster.close();
  }

  @BeforeEach
  void write() throws IOException {
    logs = new FaultyLogs(folder, faults);
  }

  @Test
  void aStragglerIsRunTwiceAndCountedOnce() throws IOException {
    AtomicInteger speculative = new AtomicInteger();
    spark
        .get()
        .sc()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onSpeculativeTaskSubmitted(SparkListenerSpeculativeTaskSubmitted task) {
                speculative.incrementAndGet();
              }
            });
    logs.plan("slow", "db-2", 0);
    same();
    assertThat(speculative.get()).isPositive();
  }

  @Test
  void anExecutorThatDiesIsReplaced() throws IOException {
    logs.plan("halt", "db-1", 0);
    logs.plan("halt", "db-4", 0);
    same();
  }

  @Test
  void aWorkerThatIsKilledInTheMiddleIsDoneWithout() throws Exception {
    logs.plan("slow", "db-3", 0);
    Thread killer =
        new Thread(
            () -> {
              try {
                while (!logs.happened()) {
                  TimeUnit.MILLISECONDS.sleep(20);
                }
                cluster.killWorker();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    killer.start();
    same();
    killer.join();
    cluster.startWorker();
  }

  @Test
  void aWorkerThatIsKilledWhileWindowsAreMergedIsDoneWithout() throws Exception {
    Path log = folder.resolve("weeks.log");
    SimulatedServer server = new SimulatedServer(log, 9);
    server.run(2_000, Duration.ofMinutes(23));
    server.flush();
    Files.writeString(
        folder.resolve("weeks.yaml"),
        """
        store: ./weeks
        servers: [{name: db-9, slowLog: weeks.log, longQueryTimeSeconds: 0}]
        """);
    String[] analyze = {"analyze", "-c", "weeks.yaml", "--format", "json"};
    CommandRun.alone(folder, "collect", "-c", "weeks.yaml", "--log-ended");
    CommandRun alone = CommandRun.alone(folder, analyze);
    AtomicBoolean killed = new AtomicBoolean();
    AtomicInteger lost = new AtomicInteger();
    SparkListener killer =
        new SparkListener() {
          @Override
          public void onTaskStart(SparkListenerTaskStart task) {
            if (killed.compareAndSet(false, true)) {
              try {
                cluster.killWorkerOf(task.taskInfo().executorId());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
          }

          @Override
          public void onTaskEnd(SparkListenerTaskEnd task) {
            lost.addAndGet(task.reason() instanceof ExecutorLostFailure ? 1 : 0);
          }
        };
    spark.get().sc().addSparkListener(killer);
    String[] onCluster = Arrays.copyOf(analyze, analyze.length + 1);
    onCluster[analyze.length] = "--store=" + folder.resolve("weeks");
    assertThat(CommandRun.onSpark(folder, spark, onCluster)).isEqualTo(alone);
    spark.get().sc().removeSparkListener(killer);
    assertThat(alone.code()).isZero();
    assertThat(lost).as("tasks that ended with their worker").hasPositiveValue();
    cluster.startWorker();
  }

  private void same() throws IOException {
    CommandRun run = logs.collect(spark);
    assertThat(logs.happened()).isTrue();
    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(logs.made()).isEqualTo(logs.expected());
  }
}
