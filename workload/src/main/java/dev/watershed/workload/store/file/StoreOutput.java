package dev.watershed.workload.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file while it is written. */
public interface StoreOutput extends Closeable {

  /** Writes all remaining bytes. */
  void write(ByteBuffer bytes) throws IOException;

  /** Returns when what was written is durable. */
  void sync() throws IOException;
}
