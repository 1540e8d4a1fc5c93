package dev.watershed.workload.store.text;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The segments of one folder that were there when it was opened, and those put since. */
public final class TextFiles implements TextLookup, AutoCloseable {

  private static final int MOST_ATTEMPTS = 5;

  /**
   * So much goes into one segment: far below what a column may take when it is read again, even
   * where a character takes three bytes.
   */
  private static final int MOST_TEXTS = 1 << 20;

  private static final long MOST_CHARACTERS = 1 << 27;

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
    TreeSet<TextId> missing = new TreeSet<>();
    for (TextId id : texts.keySet()) {
      if (!index.contains(id)) {
        missing.add(id);
      }
    }
    putSegments(missing, texts::get, MOST_TEXTS, MOST_CHARACTERS);
  }

  /**
   * Puts the texts that are still wanted into as few new segments as will do, and deletes the old
   * ones. A file that cannot be read is left alone. For the writer only.
   */
  public void retain(Set<TextId> wanted) throws IOException {
    retain(wanted, MOST_TEXTS, MOST_CHARACTERS);
  }

  /** The same with segments of so much at most; a longer text has one of its own. */
  void retain(Set<TextId> wanted, int mostTexts, long mostCharacters) throws IOException {
    TreeSet<TextId> kept = new TreeSet<>();
    for (TextId id : wanted) {
      if (index.contains(id)) {
        kept.add(id);
      }
    }
    Set<String> names =
        putSegments(kept, id -> index.find(id).orElseThrow(), mostTexts, mostCharacters);
    for (String old : List.copyOf(segments.keySet())) {
      if (!names.contains(old)) {
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

  /** Puts texts into segments, those that are not there yet; returns the names of all of them. */
  private Set<String> putSegments(
      SortedSet<TextId> ids, Function<TextId, String> textOf, int mostTexts, long mostCharacters)
      throws IOException {
    Set<String> names = new HashSet<>();
    TreeMap<TextId, String> next = new TreeMap<>();
    long characters = 0;
    for (TextId id : ids) {
      String text = textOf.apply(id);
      boolean full = next.size() == mostTexts || characters + text.length() > mostCharacters;
      if (full && !next.isEmpty()) {
        names.add(putSegment(next));
        next.clear();
        characters = 0;
      }
      next.put(id, text);
      characters += text.length();
    }
    if (!next.isEmpty()) {
      names.add(putSegment(next));
    }
    return names;
  }

  private String putSegment(SortedMap<TextId, String> texts) throws IOException {
    String name = TextSegment.fileName(folder, texts);
    if (!segments.containsKey(name)) {
      String path = folder.path() + "/" + name;
      files.put(path, TextSegment.encode(folder, texts));
      add(name, TextSegment.open(folder, files.map(path), memory));
    }
    return name;
  }

  private void add(String name, TextSegment segment) {
    segments.put(name, segment);
    index.add(segment);
  }
}
