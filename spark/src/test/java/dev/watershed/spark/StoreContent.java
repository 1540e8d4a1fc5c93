package dev.watershed.spark;

import dev.watershed.workload.StatementText;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** What a store holds, to compare it with another one. */
public final class StoreContent {

  private StoreContent() {}

  /** The windows, each with a checksum of its bytes, and the texts that they refer to. */
  public static SortedMap<String, String> of(StoreFiles files) throws IOException {
    SortedMap<String, String> content = new TreeMap<>();
    for (String server : files.list("windows")) {
      for (String window : files.list("windows/" + server)) {
        String name = "windows/" + server + "/" + window;
        ByteBuffer bytes = files.map(name);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        content.put(name, bytes.remaining() + " bytes, checksum " + checksum.getValue());
      }
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Merged merged = snapshot.merge(WorkloadBounds.standard());
      if (!merged.skipped().isEmpty()) {
        throw new IOException("unreadable: " + merged.skipped());
      }
      for (StatementText text : merged.workload().texts()) {
        content.put("digest " + text.digest(), text.fingerprint() + " / " + text.sample());
      }
    }
    return content;
  }

  public static SortedMap<String, String> of(java.nio.file.Path folder) throws IOException {
    return of(new LocalStoreFiles(folder));
  }
}
