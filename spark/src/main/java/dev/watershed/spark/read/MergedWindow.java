package dev.watershed.spark.read;

import dev.watershed.workload.store.ServerDay;
import dev.watershed.workload.store.SpanMerge;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/**
 * A window on its way from the task that merged it to the driver.
 *
 * @param day of which it is
 * @param path in the store, if it were put there
 * @param file its bytes
 * @param instead the paths of the windows that it stands for
 */
record MergedWindow(ServerDay day, String path, byte[] file, ArrayList<String> instead)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static MergedWindow of(ServerDay day, SpanMerge merge) {
    byte[] bytes = new byte[merge.file().remaining()];
    merge.file().get(bytes);
    return new MergedWindow(day, merge.path(), bytes, new ArrayList<>(merge.instead()));
  }

  /** The same with its bytes elsewhere. */
  SpanMerge at(ByteBuffer bytes) {
    return new SpanMerge(path, bytes, instead);
  }
}
