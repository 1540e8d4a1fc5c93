package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The files of a store with something about them changed: what a subclass overrides. */
public abstract class ForwardingFiles implements StoreFiles {

  private final StoreFiles files;

  protected ForwardingFiles(StoreFiles files) {
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
  public void put(String name, List<ByteBuffer> parts) throws IOException {
    files.put(name, parts);
  }

  @Override
  public boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException {
    return files.putIfAbsent(name, parts);
  }

  @Override
  public void settle(String folder) throws IOException {
    files.settle(folder);
  }

  @Override
  public void deleteUnfinished(String folder) throws IOException {
    files.deleteUnfinished(folder);
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
