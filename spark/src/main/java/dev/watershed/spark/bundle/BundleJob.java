package dev.watershed.spark.bundle;

import dev.watershed.cli.command.BundledServers;
import dev.watershed.cli.command.CollectedOutput;
import dev.watershed.reports.CollectedSource;
import dev.watershed.spark.bundle.WhoseBundle.Answer;
import dev.watershed.spark.cluster.Attempts;
import dev.watershed.spark.cluster.Release;
import dev.watershed.spark.store.HadoopSettings;
import dev.watershed.workload.store.OtherStore;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.TakenSource;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Reads bundles on the executors, and puts the windows that come of them in place on the driver, a
 * server at a time.
 */
public final class BundleJob {

  /** Partitions for each core: bundles are not equally large. */
  private static final int PARTITIONS_PER_CORE = 4;

  private final JavaSparkContext spark;
  private final StoreWriter store;
  private final String address;
  private final Set<String> configured;
  private final boolean raw;

  /**
   * @param store whose windows are gone on behind
   * @param address of that store
   * @param configured the servers of the configuration
   * @param raw whether literals of definitions are kept
   */
  public BundleJob(
      JavaSparkContext spark,
      StoreWriter store,
      String address,
      Set<String> configured,
      boolean raw) {
    this.spark = spark;
    this.store = store;
    this.address = address;
    this.configured = Set.copyOf(configured);
    this.raw = raw;
  }

  /**
   * Reads bundles.
   *
   * @param addresses where they lie
   * @param as the name of their server; empty if they say it
   * @return what became of each, as on one machine
   * @throws IOException if the store cannot be written
   */
  public List<CollectedSource> run(List<String> addresses, Optional<String> as) throws IOException {
    Broadcast<HashMap<String, String>> settings =
        spark.broadcast(HadoopSettings.of(spark.hadoopConfiguration()));
    try {
      List<CollectedSource> sources = new ArrayList<>();
      TreeMap<String, ServerBundles> byServer = new TreeMap<>();
      for (Answer answer : whose(addresses, settings)) {
        String server = as.orElse(answer.server());
        if (!answer.failure().isEmpty()) {
          sources.add(BundledServers.failed(as.orElse(answer.address()), answer.failure()));
        } else if (configured.contains(server)) {
          byServer
              .computeIfAbsent(server, name -> new ServerBundles(name, new ArrayList<>()))
              .addresses()
              .add(answer.address());
        } else {
          sources.add(
              BundledServers.failed(
                  server, answer.address() + ": " + BundledServers.unknown(server)));
        }
      }
      if (!byServer.isEmpty()) {
        read(List.copyOf(byServer.values()), settings, sources);
      }
      return sources;
    } finally {
      Release.unlessStopped(spark, settings::destroy);
    }
  }

  private List<Answer> whose(List<String> addresses, Broadcast<HashMap<String, String>> settings) {
    return spark
        .parallelize(addresses, partitions(addresses.size()))
        .map(new WhoseBundle(settings, Attempts.of(spark.getConf())))
        .collect();
  }

  private void read(
      List<ServerBundles> servers,
      Broadcast<HashMap<String, String>> settings,
      List<CollectedSource> sources)
      throws IOException {
    JavaRDD<ReadServer> read =
        spark
            .parallelize(servers, partitions(servers.size()))
            .mapPartitions(
                new ReadBundles(
                    address,
                    settings,
                    raw,
                    CollectedOutput.version(),
                    Attempts.of(spark.getConf())))
            .persist(StorageLevel.DISK_ONLY());
    try {
      // All at once on the executors; then one partition after the other to the driver.
      read.count();
      for (Iterator<ReadServer> each = read.toLocalIterator(); each.hasNext(); ) {
        sources.addAll(put(each.next()));
      }
    } finally {
      Release.unlessStopped(spark, () -> read.unpersist(false));
    }
  }

  private int partitions(int most) {
    return Math.max(1, Math.min(most, spark.defaultParallelism() * PARTITIONS_PER_CORE));
  }

  private List<CollectedSource> put(ReadServer server) throws IOException {
    List<TakenSource> taken = server.files().isEmpty() ? List.of() : take(server);
    return server.sources().stream()
        .map(source -> source.collected(failures(source.source(), taken)))
        .toList();
  }

  private List<TakenSource> take(ReadServer server) throws IOException {
    try (FetchedFolder folder = FetchedFolder.make()) {
      folder.write(server.files());
      try (OtherStore other = OtherStore.open(new LocalStoreFiles(folder.path()))) {
        return store.take(other, server.server());
      }
    }
  }

  private static List<String> failures(String source, List<TakenSource> taken) {
    return taken.stream()
        .filter(one -> one.source().equals(source))
        .flatMap(one -> one.failures().stream())
        .toList();
  }
}
