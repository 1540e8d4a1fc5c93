package dev.watershed.workload.store;

import dev.watershed.workload.store.file.ForwardingFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Files of which it is known which were opened, and which folders were listed. */
final class CountingFiles extends ForwardingFiles {

  private final List<String> opened = new ArrayList<>();
  private final List<String> listed = new ArrayList<>();

  CountingFiles(StoreFiles files) {
    super(files);
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
  public List<String> list(String folder) throws IOException {
    listed.add(folder);
    return super.list(folder);
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    opened.add(name);
    return super.map(name);
  }
}
