package dev.watershed.spark.store;

import dev.watershed.workload.store.file.ReadOnlyFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The files of a store where it is read and not written. */
final class ReadStoreFiles extends ReadOnlyFiles {

  private final StoreFiles files;

  ReadStoreFiles(StoreFiles files) {
    super("was opened to be read");
    this.files = files;
  }

  @Override
  public String location() {
    return files.location();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    return files.map(name);
  }
}
