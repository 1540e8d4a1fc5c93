package dev.watershed.workload.store;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Files of which it is known which were opened, and which folders were listed. */
final class CountingFiles implements StoreFiles {

  private final StoreFiles files;
  private final List<String> opened = new ArrayList<>();
  private final List<String> listed = new ArrayList<>();

  CountingFiles(StoreFiles files) {
    this.files = files;
  }

  /** Begins to count anew. */
  void forget() {
    opened.clear();
    listed.clear();
  }

  List<String> opened() {
    return List.copyOf(opened);
  }

  List<String> listed() {
    return List.copyOf(listed);
  }

  @Override
  public String location() {
    return files.location();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    listed.add(folder);
    return files.list(folder);
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    opened.add(name);
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
