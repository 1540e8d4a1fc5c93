package dev.watershed.spark.bundle;

import dev.watershed.cli.command.BundleFile;
import dev.watershed.cli.command.BundledServers;
import dev.watershed.cli.console.CommandException;
import dev.watershed.collector.bundle.BundleCollector;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.follow.StoreWindows;
import dev.watershed.collector.server.catalog.CatalogCollector;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.reports.CollectedSource;
import dev.watershed.spark.cluster.Attempts;
import dev.watershed.spark.store.HadoopSettings;
import dev.watershed.spark.store.HadoopStores;
import dev.watershed.workload.store.LastWindowFiles;
import dev.watershed.workload.store.OtherStore;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.TakenSource;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Reads the bundles of some servers in a task, each into a store of its own on this machine, which
 * begins with the server's last windows. The same bundles behind the same windows give the same
 * bytes.
 */
final class ReadBundles implements FlatMapFunction<Iterator<ServerBundles>, ReadServer> {

  private static final long serialVersionUID = 1L;

  private final String store;
  private final Broadcast<HashMap<String, String>> configuration;
  private final boolean raw;
  private final String version;
  private final int attempts;

  /**
   * @param store its address
   * @param raw whether literals of definitions are kept
   * @param version of Watershed
   * @param attempts how often a task is tried before a server counts as failed
   */
  ReadBundles(
      String store,
      Broadcast<HashMap<String, String>> configuration,
      boolean raw,
      String version,
      int attempts) {
    this.store = store;
    this.configuration = configuration;
    this.raw = raw;
    this.version = version;
    this.attempts = attempts;
  }

  @Override
  public Iterator<ReadServer> call(Iterator<ServerBundles> servers) throws IOException {
    Configuration hadoop = HadoopSettings.of(configuration.value());
    List<ReadServer> read = new ArrayList<>();
    try (OtherStore last =
        OtherStore.open(new LastWindowFiles(HadoopStores.openToRead(store, hadoop)))) {
      while (servers.hasNext()) {
        read.add(readOrFail(servers.next(), last, hadoop));
      }
    }
    return read.iterator();
  }

  /** What cannot be read today may be readable on another machine; in the end it is told. */
  private ReadServer readOrFail(ServerBundles bundles, OtherStore last, Configuration hadoop)
      throws IOException {
    try {
      return read(bundles, last, hadoop);
    } catch (IOException e) {
      if (Attempts.more(attempts)) {
        throw e;
      }
      return ReadServer.failed(bundles.server(), String.valueOf(e.getMessage()));
    }
  }

  private ReadServer read(ServerBundles bundles, OtherStore last, Configuration hadoop)
      throws IOException {
    String server = bundles.server();
    try (FetchedFolder fetched = FetchedFolder.make()) {
      List<BundleFile> files = new ArrayList<>();
      for (String address : bundles.addresses()) {
        String name = files.size() + ".bundle";
        files.add(new BundleFile(address, fetched.fetch(address, name, hadoop)));
      }
      Path own = fetched.path().resolve("store");
      List<CollectedSource> sources = new ArrayList<>();
      try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(own), "a task")) {
        begin(writer, last, server);
        sources.addAll(into(writer, server, files));
      }
      return new ReadServer(
          server,
          sources.stream().map(BundledSource::of).collect(Collectors.toCollection(ArrayList::new)),
          new ArrayList<>(fetched.read(own)));
    }
  }

  private static void begin(StoreWriter writer, OtherStore last, String server) throws IOException {
    for (TakenSource taken : writer.take(last, server)) {
      if (!taken.failures().isEmpty()) {
        throw new IOException(server + ": " + String.join("; ", taken.failures()));
      }
    }
  }

  private List<CollectedSource> into(StoreWriter writer, String server, List<BundleFile> files) {
    BundleCollector collector =
        new BundleCollector(
            Domains.all(),
            new StoreWindows(writer, version),
            new CatalogCollector(new CatalogWindows(writer, version), raw),
            raw);
    try {
      // What is said here is in the notes and failures of the sources as well.
      return new BundledServers(Set.of(server), collector, said -> {})
          .run(files, Optional.of(server));
    } catch (CommandException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
