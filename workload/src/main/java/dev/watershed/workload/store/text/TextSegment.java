package dev.watershed.workload.store.text;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.column.VariableValues;
import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.ContainerWriter;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A file of texts, ordered by their ids. */
final class TextSegment implements AutoCloseable {

  private static final String SECTION = "texts";
  private static final Column.Longs ID_HIGH = new Column.Longs("id_high", 0);
  private static final Column.Longs ID_LOW = new Column.Longs("id_low", 0);
  private static final Column.Texts TEXT = new Column.Texts("text");

  private final ColumnTable table;
  private final long[] highs;
  private final long[] lows;
  private final VariableValues texts;

  private TextSegment(ColumnTable table) throws UnreadableFileException {
    this.table = table;
    this.highs = table.array(ID_HIGH);
    this.lows = table.array(ID_LOW);
    this.texts = table.values(TEXT);
  }

  /**
   * Opens a segment.
   *
   * @throws UnreadableFileException if the bytes are none
   */
  static TextSegment open(TextFolder folder, ByteBuffer bytes, ColumnMemory memory)
      throws UnreadableFileException {
    ByteBuffer section = Container.open(bytes, folder.path()).section(SECTION);
    ColumnTable table = ColumnTable.read(section, memory);
    boolean opened = false;
    try {
      TextSegment segment = new TextSegment(table);
      opened = true;
      return segment;
    } finally {
      if (!opened) {
        table.close();
      }
    }
  }

  /** The bytes of a segment. */
  static List<ByteBuffer> encode(TextFolder folder, SortedMap<TextId, String> texts) {
    ContainerWriter file = new ContainerWriter(folder.path());
    file.add(
        SECTION,
        new TableWriter(texts.size())
            .longs(ID_HIGH, texts.keySet().stream().mapToLong(TextId::high).toArray())
            .longs(ID_LOW, texts.keySet().stream().mapToLong(TextId::low).toArray())
            .texts(TEXT, new ArrayList<>(texts.values()))
            .encode(Compression.ZSTD));
    return file.finish();
  }

  /** The name of the file: a hash of the ids, and so of the content. */
  static String fileName(TextFolder folder, SortedMap<TextId, String> texts) {
    StringBuilder ids = new StringBuilder();
    for (TextId id : texts.keySet()) {
      ids.append(id.toHex());
    }
    return TextId.of(ids.toString()).toHex() + folder.suffix();
  }

  /** The number of texts. */
  int size() {
    return highs.length;
  }

  /** The id of a text, the rows of which are in the order of their ids. */
  TextId id(int row) {
    return new TextId(highs[row], lows[row]);
  }

  /** Whether a row has an id. */
  boolean hasAt(int row, TextId id) {
    return lows[row] == id.low() && highs[row] == id.high();
  }

  String text(int row) {
    return texts.text(row);
  }

  @Override
  public void close() {
    table.close();
  }
}
