package dev.watershed.workload.store.snapshot;

import dev.watershed.workload.store.file.ReadOnlyFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.TreeMap;

/** The files of a store that a snapshot holds, in memory and to be read only. */
public final class SnapshotFiles extends ReadOnlyFiles {

  private final String location;
  private final TreeMap<String, ByteBuffer> files;

  SnapshotFiles(String location, TreeMap<String, ByteBuffer> files) {
    super("is a snapshot: nothing can be written into it");
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
}
