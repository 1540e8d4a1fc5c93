package dev.watershed.workload.store;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Other files, so that a test has to write only what it changes about them. */
abstract class ForwardingFiles implements StoreFiles {

  private final StoreFiles files;

  ForwardingFiles(StoreFiles files) {
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

  @Override
  public StoreOutput create(String name) throws IOException {
    return files.create(name);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    files.rename(from, to);
  }

  @Override
  public void syncFolder(String folder) throws IOException {
    files.syncFolder(folder);
  }

  @Override
  public void delete(String name) throws IOException {
    files.delete(name);
  }

  @Override
  public StoreLock lock(String name, String holder) throws IOException {
    return files.lock(name, holder);
  }
}
