package dev.watershed.workload.store.text;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The segments of one folder that were there when it was opened, and those put since. */
public final class TextFiles implements TextLookup, AutoCloseable {

  private static final int MOST_ATTEMPTS = 5;

  private final StoreFiles files;
  private final TextFolder folder;
  private final ColumnMemory memory = new ColumnMemory();
  private final Map<String, TextSegment> segments = new LinkedHashMap<>();
  private TextIndex index = new TextIndex();

  private TextFiles(StoreFiles files, TextFolder folder) {
    this.files = files;
    this.folder = folder;
  }

  /**
   * Opens all segments of a folder.
   *
   * @param skipped told the name of each file that cannot be read, and why
   */
  public static TextFiles open(
      StoreFiles files, TextFolder folder, BiConsumer<String, UnreadableFileException> skipped)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      TextFiles texts = new TextFiles(files, folder);
      boolean opened = false;
      try {
        texts.openAll(skipped);
        opened = true;
        return texts;
      } catch (NoSuchFileException vanished) {
        // Segments were merged since the folder was listed: what was in them is in a new one.
        if (attempt == MOST_ATTEMPTS) {
          throw vanished;
        }
      } finally {
        if (!opened) {
          texts.close();
        }
      }
    }
  }

  @Override
  public Optional<String> find(TextId id) {
    return index.find(id);
  }

  /**
   * A segment of its own.
   *
   * @param file its name in the store
   * @param bytes in order
   */
  public record Segment(String file, List<ByteBuffer> bytes) {}

  /** The segment that holds some texts; there is at least one. */
  public static Segment segment(TextFolder folder, SortedMap<TextId, String> texts) {
    return new Segment(
        folder.path() + "/" + TextSegment.fileName(folder, texts),
        TextSegment.encode(folder, texts));
  }

  /** The number of segments. */
  public int segmentCount() {
    return segments.size();
  }

  /** The number of texts, those counted twice that are in two segments. */
  public long textCount() {
    return segments.values().stream().mapToLong(TextSegment::size).sum();
  }

  /** Puts those texts that are not there yet. Durable on return. For the writer only. */
  public void put(Map<TextId, String> texts) throws IOException {
    TreeMap<TextId, String> missing = new TreeMap<>();
    texts.forEach(
        (id, text) -> {
          if (!index.contains(id)) {
            missing.put(id, text);
          }
        });
    if (!missing.isEmpty()) {
      putSegment(missing);
    }
  }

  /**
   * Puts the texts that are still wanted into one new segment and deletes the old ones. A file that
   * cannot be read is left alone. For the writer only.
   */
  public void retain(Set<TextId> wanted) throws IOException {
    TreeMap<TextId, String> kept = new TreeMap<>();
    segments.values().forEach(segment -> segment.addTo(kept));
    kept.keySet().retainAll(wanted);
    String name = TextSegment.fileName(folder, kept);
    if (!kept.isEmpty() && !segments.containsKey(name)) {
      putSegment(kept);
    }
    for (String old : List.copyOf(segments.keySet())) {
      if (!old.equals(name)) {
        files.delete(folder.path() + "/" + old);
        segments.remove(old).close();
      }
    }
    index = new TextIndex();
    segments.values().forEach(index::add);
    files.settle(folder.path());
  }

  @Override
  public void close() {
    segments.values().forEach(TextSegment::close);
    segments.clear();
    index = new TextIndex();
    memory.close();
  }

  private void openAll(BiConsumer<String, UnreadableFileException> skipped) throws IOException {
    for (String file : files.list(folder.path())) {
      if (file.endsWith(folder.suffix()) && !file.startsWith(StoreFiles.TEMPORARY_PREFIX)) {
        String name = folder.path() + "/" + file;
        try {
          add(file, TextSegment.open(folder, files.map(name), memory));
        } catch (UnreadableFileException damaged) {
          skipped.accept(name, damaged);
        }
      }
    }
  }

  private void putSegment(TreeMap<TextId, String> texts) throws IOException {
    String name = TextSegment.fileName(folder, texts);
    files.put(folder.path() + "/" + name, TextSegment.encode(folder, texts));
    add(name, TextSegment.open(folder, files.map(folder.path() + "/" + name), memory));
  }

  private void add(String name, TextSegment segment) {
    segments.put(name, segment);
    index.add(segment);
  }
}
