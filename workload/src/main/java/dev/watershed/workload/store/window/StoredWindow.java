package dev.watershed.workload.store.window;

import dev.watershed.workload.LumpedCombinations;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A window in the store. Opening it checks its frame; each table is checked when it is asked for.
 * Holds no memory but the mapping of its file.
 */
public final class StoredWindow {

  private final WindowName name;
  private final Container file;

  private StoredWindow(WindowName name, Container file) {
    this.name = name;
    this.file = file;
  }

  /**
   * Opens a window.
   *
   * @throws UnreadableFileException if the bytes are no whole window that this version reads
   */
  public static StoredWindow open(WindowName name, ByteBuffer bytes)
      throws UnreadableFileException {
    return new StoredWindow(name, Container.open(bytes, WindowEncoder.KIND));
  }

  /** What it is of. */
  public WindowName name() {
    return name;
  }

  /** What it says of itself. */
  public WindowHeader header(ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = table(WindowSection.HEADER, memory)) {
      return HeaderTable.decode(table, name, superseded(memory));
    }
  }

  HeaderTable.Visibility visibility(ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = table(WindowSection.HEADER, memory)) {
      return HeaderTable.visibility(table);
    }
  }

  /** The windows it was made of. */
  public List<WindowName> superseded(ColumnMemory memory) throws UnreadableFileException {
    if (!file.has(WindowSection.SUPERSEDED.key())) {
      return List.of();
    }
    try (ColumnTable table = table(WindowSection.SUPERSEDED, memory)) {
      return table.texts(WindowColumns.FILE).stream()
          .flatMap(fileName -> WindowName.of(name.server(), fileName).stream())
          .toList();
    }
  }

  /**
   * A table, verified; its receiver closes it.
   *
   * @throws UnreadableFileException if it is damaged
   */
  public ColumnTable table(WindowSection section, ColumnMemory memory)
      throws UnreadableFileException {
    return ColumnTable.read(file.section(section.key()), memory);
  }

  /** The schema names, in the order of {@link WindowColumns#SCHEMA}. */
  public List<String> schemas(ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = table(WindowSection.SCHEMAS, memory)) {
      return table.texts(WindowColumns.SCHEMA_NAME);
    }
  }

  /** The origins, in the order of {@link WindowColumns#ORIGIN}. */
  public List<Origin> origins(ColumnMemory memory) throws UnreadableFileException {
    return origins(WindowSection.ORIGINS, WindowSection.ORIGIN_TAGS, memory);
  }

  List<Origin> origins(WindowSection section, WindowSection tagSection, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = table(section, memory);
        ColumnTable tags = table(tagSection, memory)) {
      List<String> users = table.texts(WindowColumns.USER);
      List<String> hosts = table.texts(WindowColumns.HOST);
      int[] ends = new int[table.rows()];
      table.copy(WindowColumns.TAGS_END, ends);
      List<OriginTag> allTags = tags(tags);
      List<Origin> origins = new ArrayList<>(ends.length);
      int from = 0;
      for (int row = 0; row < ends.length; row++) {
        checkEnd(from, ends[row], allTags.size(), tagSection);
        origins.add(new Origin(users.get(row), hosts.get(row), allTags.subList(from, ends[row])));
        from = ends[row];
      }
      return origins;
    }
  }

  LumpedCombinations lumpedCombinations(ColumnMemory memory) throws UnreadableFileException {
    if (!file.has(WindowSection.LUMPED_COMBINATIONS.key())) {
      return LumpedCombinations.NONE;
    }
    try (ColumnTable table = table(WindowSection.LUMPED_COMBINATIONS, memory)) {
      return LumpedTable.decode(table);
    }
  }

  /** Names each text that the window refers to. */
  public void textIds(ColumnMemory memory, Consumer<TextId> ids) throws UnreadableFileException {
    WindowRows.Digests digests = WindowRows.digests(this, memory);
    digests.texts().stream().filter(id -> !id.isNone()).forEach(ids);
    digests.samples().stream().filter(id -> !id.isNone()).forEach(ids);
  }

  /** Verifies all checksums. */
  public void verify() throws UnreadableFileException {
    file.verify();
  }

  /**
   * Checks where rows of a table end in another one.
   *
   * @throws UnreadableFileException unless they ascend within the size of the other table
   */
  public static void checkEnds(int[] ends, int rows, int size, WindowSection section)
      throws UnreadableFileException {
    int from = 0;
    for (int row = 0; row < rows; row++) {
      checkEnd(from, ends[row], size, section);
      from = ends[row];
    }
  }

  static void checkEnd(int from, int end, int size, WindowSection section)
      throws UnreadableFileException {
    if (end < from || end > size) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, section.key() + " from " + from + " to " + end + " of " + size);
    }
  }

  private static List<OriginTag> tags(ColumnTable table) throws UnreadableFileException {
    List<String> keys = table.texts(WindowColumns.TAG_KEY);
    List<String> values = table.texts(WindowColumns.TAG_VALUE);
    List<OriginTag> tags = new ArrayList<>(keys.size());
    for (int row = 0; row < keys.size(); row++) {
      if (keys.get(row).isEmpty()) {
        throw new UnreadableFileException(FileProblem.CORRUPTED, "a tag without a key");
      }
      tags.add(new OriginTag(keys.get(row), values.get(row)));
    }
    return tags;
  }
}
