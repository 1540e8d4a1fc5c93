package dev.watershed.workload.store.snapshot;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.TreeMap;

/** The files of a store that a snapshot holds, in memory and to be read only. */
public final class SnapshotFiles implements StoreFiles {

  private final String location;
  private final TreeMap<String, ByteBuffer> files;

  SnapshotFiles(String location, TreeMap<String, ByteBuffer> files) {
    this.location = location;
    this.files = new TreeMap<>(files);
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public List<String> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return files.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .map(name -> name.contains("/") ? name.substring(0, name.indexOf('/')) : name)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    ByteBuffer bytes = files.get(name);
    if (bytes == null) {
      throw new NoSuchFileException(location, null, "no " + name + " in the snapshot");
    }
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void put(String name, List<ByteBuffer> parts) throws IOException {
    throw readOnly();
  }

  @Override
  public boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException {
    throw readOnly();
  }

  @Override
  public void settle(String folder) throws IOException {
    throw readOnly();
  }

  @Override
  public void delete(String name) throws IOException {
    throw readOnly();
  }

  @Override
  public void deleteUnfinished(String folder) throws IOException {
    throw readOnly();
  }

  @Override
  public StoreLock lock(String name, String holder) throws IOException {
    throw readOnly();
  }

  private IOException readOnly() {
    return new IOException(location + " is a snapshot: nothing can be written into it");
  }
}
