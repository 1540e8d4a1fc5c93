package dev.watershed.benchmarks.fuzz;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A few files in memory that nobody writes to. */
final class HeldFiles implements StoreFiles {

  private final SortedMap<String, byte[]> files;

  HeldFiles(SortedMap<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public List<String> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return files.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()).replaceFirst("/.*", ""))
        .distinct()
        .toList();
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new NoSuchFileException(name);
    }
    return ByteBuffer.wrap(bytes);
  }

  @Override
  public void put(String name, List<ByteBuffer> parts) {
    throw readOnly();
  }

  @Override
  public boolean putIfAbsent(String name, List<ByteBuffer> parts) {
    throw readOnly();
  }

  @Override
  public void delete(String name) {
    throw readOnly();
  }

  @Override
  public void settle(String folder) {
    throw readOnly();
  }

  @Override
  public void deleteUnfinished(String folder) {
    throw readOnly();
  }

  @Override
  public StoreLock lock(String name, String holder) {
    throw readOnly();
  }

  private static IllegalStateException readOnly() {
    return new IllegalStateException("a reader writes");
  }
}
