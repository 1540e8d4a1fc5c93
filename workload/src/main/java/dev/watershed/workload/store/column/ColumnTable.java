package dev.watershed.workload.store.column;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.Section;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;

/**
 * A table over the bytes of its stream. A column becomes a vector when it is asked for: without
 * copying where the stream is mapped and uncompressed. Vectors live until the table is closed.
 */
public final class ColumnTable implements AutoCloseable {

  private final Section section;
  private final ByteBuffer stream;
  private final ColumnMemory memory;
  private final TableReader.Contents contents;
  private final int first;
  private final int rows;
  private final List<AutoCloseable> open = new ArrayList<>();

  private ColumnTable(
      Section section, ColumnMemory memory, TableReader.Contents contents, int first, int rows) {
    this.section = section;
    this.stream = section.bytes();
    this.memory = memory;
    this.contents = contents;
    this.first = first;
    this.rows = rows;
  }

  /**
   * Reads where the columns are.
   *
   * @param stream an Arrow IPC stream; no bytes for a table without rows
   * @throws UnreadableFileException if it is none, or none that {@link TableWriter} writes
   */
  public static ColumnTable read(ByteBuffer stream, ColumnMemory memory)
      throws UnreadableFileException {
    return read(Section.whole(stream.slice()), memory);
  }

  /** Reads likewise; columns are verified when they are asked for. */
  public static ColumnTable read(Section section, ColumnMemory memory)
      throws UnreadableFileException {
    section.verify(TableParts.HEAD);
    TableReader.Contents contents = new TableReader(section.bytes()).read();
    return new ColumnTable(section, memory, contents, 0, contents.rows());
  }

  /**
   * Some of the rows as a table, to be read instead of this one.
   *
   * @param from the first row
   * @param until the row after the last one
   * @throws UnreadableFileException if there are no such rows
   */
  public ColumnTable slice(int from, int until) throws UnreadableFileException {
    if (from < 0 || until < from || until > rows) {
      throw wrong("rows " + from + " to " + until + " of " + rows);
    }
    return new ColumnTable(section, memory, contents, first + from, until - from);
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** Whether the file has the column; it lacks one whose values all are the default. */
  public boolean has(Column column) {
    return place(column).isPresent();
  }

  /**
   * A column as a vector: over the mapped bytes themselves, where they are not compressed.
   *
   * @throws UnreadableFileException if the column is damaged
   */
  public BigIntVector longs(Column.Longs column) throws UnreadableFileException {
    BigIntVector vector = new BigIntVector(column.name(), memory.allocator());
    open.add(vector);
    Optional<TableReader.Place> place = place(column);
    boolean whole = rows == contents.rows();
    if (whole && place.isPresent() && place.get().bits() == Long.SIZE) {
      section.verify(column.name());
      ArrowBuf values = load(place.get().values(), (long) rows * Long.BYTES);
      ArrowFieldNode node = new ArrowFieldNode(rows, 0);
      vector.loadFieldBuffers(node, List.of(memory.allocator().getEmpty(), values));
      return vector;
    }
    long[] values = array(column);
    vector.allocateNew(rows);
    vector.setValueCount(rows);
    for (int row = 0; row < values.length; row++) {
      vector.set(row, values[row]);
    }
    return vector;
  }

  /** Copies a column, to where nothing has to be closed. {@code into} has at least all rows. */
  public void copy(Column.Longs column, long[] into) throws UnreadableFileException {
    Optional<TableReader.Place> place = place(column);
    if (place.isEmpty()) {
      Arrays.fill(into, 0, rows, column.absent());
    } else {
      memory.narrow().copy(place.get().bits(), content(place.get(), column, Long.SIZE), into, rows);
    }
  }

  /** Copies a column likewise. */
  public void copy(Column.Ints column, int[] into) throws UnreadableFileException {
    Optional<TableReader.Place> place = place(column);
    if (place.isEmpty()) {
      Arrays.fill(into, 0, rows, column.absent());
    } else {
      memory
          .narrow()
          .copy(place.get().bits(), content(place.get(), column, Integer.SIZE), into, rows);
    }
  }

  /** Copies a column likewise. */
  public void copy(Column.Shorts column, short[] into) throws UnreadableFileException {
    Optional<TableReader.Place> place = place(column);
    if (place.isEmpty()) {
      Arrays.fill(into, 0, rows, column.absent());
    } else {
      memory
          .narrow()
          .copy(place.get().bits(), content(place.get(), column, Short.SIZE), into, rows);
    }
  }

  /** The values of a column, one of each row. */
  public long[] array(Column.Longs column) throws UnreadableFileException {
    long[] values = new long[rows];
    copy(column, values);
    return values;
  }

  /** The values of a column likewise. */
  public int[] array(Column.Ints column) throws UnreadableFileException {
    int[] values = new int[rows];
    copy(column, values);
    return values;
  }

  /** The values of a column likewise. */
  public short[] array(Column.Shorts column) throws UnreadableFileException {
    short[] values = new short[rows];
    copy(column, values);
    return values;
  }

  /**
   * The value of a table of one row.
   *
   * @throws UnreadableFileException also if it has another number of rows
   */
  public long only(Column.Longs column) throws UnreadableFileException {
    requireOneRow();
    long[] value = new long[1];
    copy(column, value);
    return value[0];
  }

  /** The value of a table of one row likewise. */
  public int only(Column.Ints column) throws UnreadableFileException {
    requireOneRow();
    int[] value = new int[1];
    copy(column, value);
    return value[0];
  }

  private void requireOneRow() throws UnreadableFileException {
    if (rows != 1) {
      throw wrong("a table of " + rows + " rows, not 1");
    }
  }

  /** The texts of a column. */
  public List<String> texts(Column.Texts column) throws UnreadableFileException {
    if (!has(column)) {
      return Collections.nCopies(rows, "");
    }
    return all(column).stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
  }

  /** The bytes of a column. */
  public List<byte[]> bytes(Column.Bytes column) throws UnreadableFileException {
    return all(column);
  }

  /** The texts of a column of a whole table, to be decoded one by one while it is open. */
  public VariableValues values(Column.Texts column) throws UnreadableFileException {
    if (rows != contents.rows()) {
      throw new IllegalStateException("values of a slice");
    }
    return variable(column);
  }

  @Override
  public void close() {
    for (int i = open.size() - 1; i >= 0; i--) {
      closeOne(open.get(i));
    }
    open.clear();
  }

  private static void closeOne(AutoCloseable resource) {
    if (resource instanceof ArrowBuf buffer) {
      buffer.close();
    } else if (resource instanceof FieldVector vector) {
      vector.close();
    }
  }

  private Optional<TableReader.Place> place(Column column) {
    for (TableReader.Place place : contents.columns()) {
      if (place.isOf(column)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** The values of an integer column, in place or in scratch memory. */
  private ByteBuffer content(TableReader.Place place, Column column, int mostBits)
      throws UnreadableFileException {
    if (place.bits() == 0 || place.bits() > mostBits) {
      throw wrong("column " + column.name() + " has " + place.bits() + " bits");
    }
    section.verify(column.name());
    TableReader.Range range = place.values();
    ByteBuffer bytes = stream.slice(range.offset(), range.length());
    ByteBuffer content =
        contents.compressed() && bytes.limit() > 0 ? memory.decompressToScratch(bytes) : bytes;
    int width = place.bits() / Byte.SIZE;
    if (content.limit() < (long) contents.rows() * width) {
      throw wrong("a column of " + content.limit() + " bytes for " + contents.rows() + " rows");
    }
    return content.slice(first * width, rows * width).order(ByteOrder.LITTLE_ENDIAN);
  }

  private List<byte[]> all(Column column) throws UnreadableFileException {
    VariableValues values = variable(column);
    List<byte[]> all = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      all.add(values.get(first + row));
    }
    return all;
  }

  private VariableValues variable(Column column) throws UnreadableFileException {
    Optional<TableReader.Place> place = place(column);
    if (place.isEmpty()) {
      return VariableValues.EMPTY;
    }
    section.verify(column.name());
    List<TableReader.Range> buffers = place.get().buffers();
    if (buffers.size() != 3) {
      throw wrong("column " + column.name() + " is neither text nor bytes");
    }
    ArrowBuf offsets = load(buffers.get(1), (contents.rows() + 1L) * Integer.BYTES);
    ArrowBuf values = load(buffers.get(2), 0);
    return VariableValues.of(contents.rows(), offsets, values);
  }

  /** The bytes of a buffer, decompressed where need be; closed with the table. */
  private ArrowBuf load(TableReader.Range range, long leastBytes) throws UnreadableFileException {
    ByteBuffer bytes = stream.slice(range.offset(), range.length());
    ArrowBuf buffer;
    if (bytes.limit() == 0) {
      buffer = memory.allocator().getEmpty();
    } else if (contents.compressed()) {
      buffer = memory.decompress(bytes);
    } else {
      buffer = MappedBytes.wrap(bytes, memory.allocator());
    }
    open.add(buffer);
    if (buffer.readableBytes() < leastBytes) {
      throw wrong("a column of " + buffer.readableBytes() + " bytes, not " + leastBytes);
    }
    return buffer;
  }

  private static UnreadableFileException wrong(String detail) {
    return new UnreadableFileException(FileProblem.CORRUPTED, detail);
  }
}
