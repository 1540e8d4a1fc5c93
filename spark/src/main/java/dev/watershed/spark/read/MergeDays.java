package dev.watershed.spark.read;

import dev.watershed.spark.store.HadoopSettings;
import dev.watershed.spark.store.HadoopStores;
import dev.watershed.workload.store.ServerDay;
import dev.watershed.workload.store.SpanMerge;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Merges the days of a partition in a task. The same days give the same bytes. */
final class MergeDays implements FlatMapFunction<Iterator<ServerDay>, MergedWindow> {

  private static final long serialVersionUID = 1L;

  private final String store;
  private final Broadcast<HashMap<String, String>> configuration;

  /**
   * @param store its address
   */
  MergeDays(String store, Broadcast<HashMap<String, String>> configuration) {
    this.store = store;
    this.configuration = configuration;
  }

  @Override
  public Iterator<MergedWindow> call(Iterator<ServerDay> days) throws IOException {
    StoreFiles files = HadoopStores.openToRead(store, HadoopSettings.of(configuration.value()));
    List<MergedWindow> merged = new ArrayList<>();
    // Segments that cannot be read are the driver's to name: it opens the same.
    try (TextFiles texts = TextFiles.open(files, TextFolder.TEXTS, (name, damaged) -> {})) {
      while (days.hasNext()) {
        ServerDay day = days.next();
        for (SpanMerge window : SpanMerge.of(files, texts, day)) {
          merged.add(MergedWindow.of(day, window));
        }
      }
    }
    return merged.iterator();
  }
}
