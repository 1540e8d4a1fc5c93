package dev.watershed.workload.store.snapshot;

import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.ContainerWriter;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A snapshot that was read.
 *
 * @param header what it says of itself
 * @param files what it holds, as a store has it
 */
public record SnapshotFile(SnapshotHeader header, SnapshotFiles files) {

  /** The version of the format that this code writes; it reads this one and earlier ones. */
  public static final int VERSION = 1;

  /** What the container of a snapshot says it holds. */
  static final String KIND = "snapshot";

  public SnapshotFile {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(files, "files");
  }

  /**
   * Reads a snapshot and verifies all of it.
   *
   * @param location where it is, for messages
   * @throws UnreadableFileException if the bytes are no whole snapshot that this version reads
   */
  public static SnapshotFile read(String location, ByteBuffer bytes)
      throws UnreadableFileException {
    Container container = Container.open(bytes, KIND);
    SnapshotHeader header = SnapshotHeaderTable.read(container);
    TreeMap<String, ByteBuffer> files = new TreeMap<>();
    for (String name : container.names()) {
      if (!SnapshotHeaderTable.isSection(name)) {
        files.put(name, container.section(name));
      }
    }
    return new SnapshotFile(header, new SnapshotFiles(location, files));
  }

  /** The bytes of a snapshot, in order. */
  static List<ByteBuffer> write(SnapshotHeader header, TreeMap<String, ByteBuffer> files) {
    ContainerWriter container = new ContainerWriter(KIND);
    SnapshotHeaderTable.write(header, container);
    files.forEach(container::add);
    return container.finish();
  }
}
