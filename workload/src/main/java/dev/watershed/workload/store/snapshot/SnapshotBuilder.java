package dev.watershed.workload.store.snapshot;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.catalog.CatalogEncoder;
import dev.watershed.workload.store.catalog.CatalogWindow;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.ServerFolder;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.impl.factory.primitive.ByteLists;

/** Puts a snapshot together. Equal content gives equal bytes, but for the time it was made. */
public final class SnapshotBuilder {

  private static final int ID_DIGITS = 16;

  private final String version;
  private final TreeSet<String> services = new TreeSet<>();
  private final List<SnapshotServer> servers = new ArrayList<>();
  private final TreeMap<TextId, String> texts = new TreeMap<>();
  private final TreeMap<TextId, String> objects = new TreeMap<>();
  private final TreeMap<String, ByteBuffer> files = new TreeMap<>();

  /**
   * @param version of Watershed
   */
  public SnapshotBuilder(String version) {
    this.version = version;
    files.put(Store.FORMAT_FILE, ByteBuffer.wrap(Store.formatContent()));
  }

  /** Adds a server that is not there yet. */
  public void add(SnapshotServer server) {
    servers.add(server);
    WindowEncoder.Encoded window =
        WindowEncoder.encode(
            header(server.server(), server.source(), server.from(), server.until(), 1),
            server.workload(),
            server.observations(),
            Compression.ZSTD);
    texts.putAll(window.texts());
    put(server.server(), server.source(), server.from(), window.file());
    server
        .before()
        .filter(earlier -> earlier.takenAt().isBefore(server.catalog().orElse(earlier).takenAt()))
        .ifPresent(earlier -> add(server.server(), earlier, 1));
    server.catalog().ifPresent(catalog -> add(server.server(), catalog, 2));
  }

  private void add(String server, Catalog catalog, long run) {
    CatalogEncoder.Encoded encoded = CatalogEncoder.encode(catalog);
    objects.putAll(encoded.objects());
    WindowHeader header =
        header(server, WindowSource.CATALOG, catalog.takenAt(), catalog.takenAt(), run);
    put(
        server,
        WindowSource.CATALOG,
        catalog.takenAt(),
        CatalogWindow.encode(header, encoded.manifest()));
  }

  /** Names a service whose statements it holds. */
  public void service(String name) {
    services.add(name);
  }

  /** Adds a further file, such as what is known of the statements. */
  public void file(String name, byte[] content) {
    files.put(name, ByteBuffer.wrap(content.clone()));
  }

  /**
   * The bytes of the snapshot, in order; there is at least one server.
   *
   * @param madeAt the time
   */
  public List<ByteBuffer> build(Instant madeAt) {
    TreeMap<String, ByteBuffer> all = all();
    return SnapshotFile.write(header(madeAt, all), all);
  }

  /** The same as it is read again, without its bytes. */
  public SnapshotFile preview(Instant madeAt) {
    TreeMap<String, ByteBuffer> all = all();
    return new SnapshotFile(header(madeAt, all), new SnapshotFiles("the snapshot", all));
  }

  private TreeMap<String, ByteBuffer> all() {
    TreeMap<String, ByteBuffer> all = new TreeMap<>(files);
    if (!texts.isEmpty()) {
      put(all, TextFiles.segment(TextFolder.TEXTS, texts));
    }
    if (!objects.isEmpty()) {
      put(all, TextFiles.segment(TextFolder.CATALOG, objects));
    }
    return all;
  }

  private static void put(TreeMap<String, ByteBuffer> all, TextFiles.Segment segment) {
    all.put(segment.file(), joined(segment.bytes()));
  }

  private void put(String server, String source, Instant from, List<ByteBuffer> parts) {
    WindowName name = name(server, source, from);
    files.put("windows/" + ServerFolder.of(server) + "/" + name.fileName(), joined(parts));
  }

  private static WindowName name(String server, String source, Instant from) {
    return new WindowName(server, source, WindowLevel.SPAN, WindowLevel.SPAN.startOf(from), 1);
  }

  private WindowHeader header(String server, String source, Instant from, Instant until, long run) {
    return new WindowHeader(
        name(server, source, from),
        from,
        until,
        version,
        new Seal(run, 0, 1, ByteLists.immutable.empty()),
        List.of());
  }

  private SnapshotHeader header(Instant madeAt, TreeMap<String, ByteBuffer> all) {
    Instant from = servers.stream().map(SnapshotServer::from).min(naturally()).orElseThrow();
    Instant until = servers.stream().map(SnapshotServer::until).max(naturally()).orElseThrow();
    List<String> names = servers.stream().map(SnapshotServer::server).sorted().toList();
    return new SnapshotHeader(id(all), madeAt, from, until, version, names, List.copyOf(services));
  }

  /** Names of servers and services are in the files, and so are the times of windows. */
  private static String id(TreeMap<String, ByteBuffer> all) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      all.forEach(
          (name, bytes) -> {
            sha.update(name.getBytes(StandardCharsets.UTF_8));
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.remaining()).flip());
            sha.update(bytes.duplicate());
          });
      return HexFormat.of().formatHex(sha.digest()).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static Comparator<Instant> naturally() {
    return Comparator.naturalOrder();
  }

  private static ByteBuffer joined(List<ByteBuffer> parts) {
    ByteBuffer whole = ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::remaining).sum());
    parts.forEach(part -> whole.put(part.duplicate()));
    return whole.flip();
  }
}
