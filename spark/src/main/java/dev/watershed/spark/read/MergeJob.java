package dev.watershed.spark.read;

import dev.watershed.spark.cluster.ClusterFailure;
import dev.watershed.spark.cluster.Release;
import dev.watershed.spark.store.FetchedBytes;
import dev.watershed.spark.store.HadoopSettings;
import dev.watershed.workload.store.MergedDayFiles;
import dev.watershed.workload.store.ServerDay;
import dev.watershed.workload.store.SpanMerge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Merges days on the executors. The driver takes the windows of a partition at a time; long ones
 * are mapped from its disk, so that its memory does not grow with them.
 */
public final class MergeJob implements MergedDayFiles.Merger {

  /** Partitions for each core: days are not equally large. */
  private static final int PARTITIONS_PER_CORE = 4;

  private final Supplier<JavaSparkContext> cluster;
  private final String store;

  /**
   * @param cluster is asked when there is something to merge
   * @param store its address
   */
  public MergeJob(Supplier<JavaSparkContext> cluster, String store) {
    this.cluster = cluster;
    this.store = store;
  }

  @Override
  public Map<ServerDay, List<SpanMerge>> merge(List<ServerDay> days) throws IOException {
    try {
      return onExecutors(cluster.get(), days);
    } catch (Exception failure) {
      throw described(failure);
    }
  }

  private Map<ServerDay, List<SpanMerge>> onExecutors(JavaSparkContext spark, List<ServerDay> days)
      throws IOException {
    List<ServerDay> ordered =
        days.stream()
            .sorted(Comparator.comparing(ServerDay::server).thenComparing(ServerDay::day))
            .toList();
    int partitions = Math.min(days.size(), spark.defaultParallelism() * PARTITIONS_PER_CORE);
    Broadcast<HashMap<String, String>> settings =
        spark.broadcast(HadoopSettings.of(spark.hadoopConfiguration()));
    JavaRDD<MergedWindow> merged =
        spark
            .parallelize(ordered, partitions)
            .mapPartitions(new MergeDays(store, settings))
            .persist(StorageLevel.DISK_ONLY());
    try {
      // All at once on the executors; then one partition after the other to the driver.
      merged.count();
      Map<ServerDay, List<SpanMerge>> byDay = new HashMap<>();
      days.forEach(day -> byDay.put(day, new ArrayList<>()));
      for (Iterator<MergedWindow> each = merged.toLocalIterator(); each.hasNext(); ) {
        MergedWindow window = each.next();
        byDay
            .get(window.day())
            .add(
                window.at(
                    FetchedBytes.of(
                        window.path(),
                        new ByteArrayInputStream(window.file()),
                        window.file().length)));
      }
      return byDay;
    } finally {
      Release.unlessStopped(
          spark,
          () -> {
            merged.unpersist(false);
            settings.destroy();
          });
    }
  }

  private static IOException described(Exception failure) {
    if (failure instanceof IOException expected) {
      return expected;
    }
    ClusterFailure cluster =
        ClusterFailure.of(failure).orElseThrow(() -> new IllegalStateException(failure));
    String message =
        "the cluster gave up merging windows" + cluster.advice() + ": " + cluster.reason();
    if (cluster.outOfMemory()) {
      throw new OutOfMemoryError(message);
    }
    return new IOException(message, failure);
  }
}
