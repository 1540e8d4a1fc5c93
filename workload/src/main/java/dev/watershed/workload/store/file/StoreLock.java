package dev.watershed.workload.store.file;

import java.io.Closeable;
import java.io.IOException;

/** The right to write, until it is closed or the process ends. */
public interface StoreLock extends Closeable {

  @Override
  void close() throws IOException;
}
