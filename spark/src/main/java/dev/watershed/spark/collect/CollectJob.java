package dev.watershed.spark.collect;

import dev.watershed.cli.command.SourceRead;
import dev.watershed.collector.follow.StretchChain;
import dev.watershed.collector.follow.WindowStart;
import dev.watershed.reports.CollectedSource;
import dev.watershed.spark.cluster.Attempts;
import dev.watershed.spark.cluster.Release;
import dev.watershed.spark.collect.ReadLog.Kept;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Reads the logs of some servers on the executors and puts their windows in place. What the driver
 * holds grows with the number of tasks; of the windows it has those of one task for each core.
 */
final class CollectJob {

  private final JavaSparkContext spark;
  private final Broadcast<HashMap<String, String>> configuration;
  private final WindowPutter putter;
  private final TaskSize size;

  CollectJob(
      JavaSparkContext spark,
      Broadcast<HashMap<String, String>> configuration,
      WindowPutter putter,
      TaskSize size) {
    this.spark = spark;
    this.configuration = configuration;
    this.putter = putter;
    this.size = size;
  }

  /**
   * Reads logs, each of which has something to read.
   *
   * @return what became of each, in their order
   * @throws Exception what the cluster throws; nothing is put in place any more then
   */
  List<ReadSource> run(List<ServerLog> logs) throws Exception {
    Broadcast<ServerLog[]> shared = spark.broadcast(logs.toArray(ServerLog[]::new));
    List<JavaRDD<StretchResult>> kept = new ArrayList<>();
    try {
      List<ReadLog> read = IntStream.range(0, logs.size()).mapToObj(i -> new ReadLog()).toList();
      List<StretchTask> tasks = new ArrayList<>();
      for (int server = 0; server < logs.size(); server++) {
        tasks.addAll(Stretches.of(server, logs.get(server).plan(), size.logBytes()));
      }
      while (!tasks.isEmpty()) {
        kept.add(read(shared, tasks, read));
        tasks = broken(read);
      }
      List<Callable<ReadSource>> puts = new ArrayList<>();
      for (int server = 0; server < logs.size(); server++) {
        ServerLog log = logs.get(server);
        ReadLog of = read.get(server);
        puts.add(() -> put(log, of));
      }
      return SideBySide.run(puts);
    } finally {
      Release.unlessStopped(
          spark,
          () -> {
            kept.forEach(results -> results.unpersist(false));
            shared.destroy();
          });
    }
  }

  /** Runs tasks, a partition each, and keeps what they give on the disks of the executors. */
  private JavaRDD<StretchResult> read(
      Broadcast<ServerLog[]> logs, List<StretchTask> tasks, List<ReadLog> read) {
    int attempts = Attempts.of(spark.getConf());
    JavaRDD<StretchResult> results =
        spark
            .parallelize(tasks, tasks.size())
            .map(new ReadStretch(logs, configuration, attempts, size.windowBytes()))
            .persist(StorageLevel.DISK_ONLY());
    List<StretchResult> summaries = results.map(StretchResult::summary).collect();
    for (int partition = 0; partition < summaries.size(); partition++) {
      StretchResult summary = summaries.get(partition);
      read.get(summary.server()).add(new Kept(summary, results, partition));
    }
    return results;
  }

  /** What has to be read again, of each log from the first place on where nobody was right. */
  private static List<StretchTask> broken(List<ReadLog> read) {
    List<StretchTask> tasks = new ArrayList<>();
    for (int server = 0; server < read.size(); server++) {
      StretchChain<Kept> chain = read.get(server).chain();
      Optional<WindowStart> broken = chain.broken();
      if (broken.isPresent()) {
        tasks.add(Stretches.again(server, broken.get(), read.get(server).starts()));
      }
    }
    return tasks;
  }

  private ReadSource put(ServerLog log, ReadLog read) {
    List<Kept> readings = read.chain().readings();
    List<String> notes = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    boolean anything = readings.stream().anyMatch(kept -> kept.summary().anything());
    long windows = 0;
    long events = 0;
    SourceRead shown = SourceRead.NOTHING;
    try {
      WindowPutter.Server server = putter.server(log.server());
      for (Kept kept : readings) {
        StretchResult summary = kept.summary();
        if (summary.count() > 0) {
          server.put(kept.whole().windowsOf(summary));
        }
        windows += summary.count();
        events += summary.events();
        shown = shown.and(summary.read());
        notes.addAll(summary.notes());
      }
      ReadLog.failure(readings).ifPresent(failures::add);
      if (!anything && failures.isEmpty()) {
        log.plan().foreign().ifPresent(failures::add);
      }
    } catch (IOException e) {
      failures.add(log.name() + ": " + e.getMessage());
    }
    return new ReadSource(
        new CollectedSource(log.server(), WindowSource.SLOW_LOG, windows, events, notes, failures),
        shown);
  }
}
