package dev.watershed.workload.store.column;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.compression.ZstdCompressionCodec;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;

/**
 * A table over the bytes of its stream. A column becomes a vector when it is asked for: without
 * copying where the stream is mapped and uncompressed. Vectors live until the table is closed.
 */
public final class ColumnTable implements AutoCloseable {

  private final ByteBuffer stream;
  private final BufferAllocator allocator;
  private final TableReader.Contents contents;
  private final List<AutoCloseable> open = new ArrayList<>();

  private ColumnTable(ByteBuffer stream, BufferAllocator allocator, TableReader.Contents contents) {
    this.stream = stream;
    this.allocator = allocator;
    this.contents = contents;
  }

  /**
   * Reads where the columns are.
   *
   * @param stream an Arrow IPC stream; no bytes for a table without rows
   * @throws UnreadableFileException if it is none, or none that {@link TableWriter} writes
   */
  public static ColumnTable read(ByteBuffer stream, BufferAllocator allocator)
      throws UnreadableFileException {
    return new ColumnTable(stream.slice(), allocator, new TableReader(stream).read());
  }

  /** The number of rows. */
  public int rows() {
    return contents.rows();
  }

  /** Whether the file has the column; it lacks one whose values all are the default. */
  public boolean has(Column column) {
    return place(column).isPresent();
  }

  /** A column as a vector. */
  public BigIntVector longs(Column.Longs column) throws UnreadableFileException {
    BigIntVector vector = fixed(new BigIntVector(column.name(), allocator), column);
    if (!has(column)) {
      long[] values = new long[rows()];
      Arrays.fill(values, column.absent());
      nativeBytes(vector, Long.BYTES).asLongBuffer().put(values);
    }
    return vector;
  }

  /** A column as a vector. */
  public IntVector ints(Column.Ints column) throws UnreadableFileException {
    IntVector vector = fixed(new IntVector(column.name(), allocator), column);
    if (!has(column)) {
      int[] values = new int[rows()];
      Arrays.fill(values, column.absent());
      nativeBytes(vector, Integer.BYTES).asIntBuffer().put(values);
    }
    return vector;
  }

  /** A column as a vector. */
  public SmallIntVector shorts(Column.Shorts column) throws UnreadableFileException {
    SmallIntVector vector = fixed(new SmallIntVector(column.name(), allocator), column);
    if (!has(column)) {
      short[] values = new short[rows()];
      Arrays.fill(values, column.absent());
      nativeBytes(vector, Short.BYTES).asShortBuffer().put(values);
    }
    return vector;
  }

  /** Copies a column, to where nothing has to be closed. {@code into} has at least all rows. */
  public void copy(Column.Longs column, long[] into) throws UnreadableFileException {
    if (has(column)) {
      nativeBytes(longs(column), Long.BYTES).asLongBuffer().get(into, 0, rows());
    } else {
      Arrays.fill(into, 0, rows(), column.absent());
    }
  }

  /** Copies a column likewise. */
  public void copy(Column.Ints column, int[] into) throws UnreadableFileException {
    if (has(column)) {
      nativeBytes(ints(column), Integer.BYTES).asIntBuffer().get(into, 0, rows());
    } else {
      Arrays.fill(into, 0, rows(), column.absent());
    }
  }

  /** Copies a column likewise. */
  public void copy(Column.Shorts column, short[] into) throws UnreadableFileException {
    if (has(column)) {
      nativeBytes(shorts(column), Short.BYTES).asShortBuffer().get(into, 0, rows());
    } else {
      Arrays.fill(into, 0, rows(), column.absent());
    }
  }

  /** The texts of a column. */
  public List<String> texts(Column.Texts column) throws UnreadableFileException {
    return all(column).stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
  }

  /** The bytes of a column. */
  public List<byte[]> bytes(Column.Bytes column) throws UnreadableFileException {
    return all(column);
  }

  /** The texts of a column, to be decoded one by one while the table is open. */
  public VariableValues values(Column.Texts column) throws UnreadableFileException {
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
      if (place.name().equals(column.name())) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private <T extends BaseFixedWidthVector> T fixed(T vector, Column column)
      throws UnreadableFileException {
    open.add(vector);
    Optional<TableReader.Place> place = place(column);
    if (place.isEmpty()) {
      vector.allocateNew(rows());
      vector.setValueCount(rows());
      vector.getValidityBuffer().setOne(0, BitVectorHelper.getValidityBufferSizeFromCount(rows()));
      return vector;
    }
    List<TableReader.Range> buffers = place.get().buffers();
    ArrowBuf values = load(buffers.get(buffers.size() - 1), (long) rows() * vector.getTypeWidth());
    load(vector, values);
    return vector;
  }

  private List<byte[]> all(Column column) throws UnreadableFileException {
    VariableValues values = variable(column);
    List<byte[]> all = new ArrayList<>(rows());
    for (int row = 0; row < rows(); row++) {
      all.add(values.get(row));
    }
    return all;
  }

  private VariableValues variable(Column column) throws UnreadableFileException {
    Optional<TableReader.Place> place = place(column);
    if (place.isEmpty()) {
      return VariableValues.EMPTY;
    }
    List<TableReader.Range> buffers = place.get().buffers();
    if (buffers.size() != 3) {
      throw wrong("column " + column.name() + " is neither text nor bytes");
    }
    ArrowBuf offsets = load(buffers.get(1), (rows() + 1L) * Integer.BYTES);
    ArrowBuf values = load(buffers.get(2), 0);
    return VariableValues.of(rows(), offsets, values);
  }

  private void load(FieldVector vector, ArrowBuf values) {
    ArrowFieldNode node = new ArrowFieldNode(rows(), 0);
    vector.loadFieldBuffers(node, List.of(allocator.getEmpty(), values));
  }

  /** The bytes of a buffer, decompressed where need be; closed with the table. */
  private ArrowBuf load(TableReader.Range range, long leastBytes) throws UnreadableFileException {
    ByteBuffer bytes = stream.slice(range.offset(), range.length());
    ArrowBuf buffer =
        bytes.limit() == 0 ? allocator.getEmpty() : MappedBytes.wrap(bytes, allocator);
    if (contents.compressed() && bytes.limit() > 0) {
      long length = bytes.order(ByteOrder.LITTLE_ENDIAN).getLong(0);
      if (length > Integer.MAX_VALUE || length < -1) {
        buffer.close();
        throw wrong("a column of " + length + " bytes");
      }
      buffer = new ZstdCompressionCodec().decompress(allocator, buffer);
    }
    open.add(buffer);
    if (buffer.readableBytes() < leastBytes) {
      throw wrong("a column of " + buffer.readableBytes() + " bytes, not " + leastBytes);
    }
    return buffer;
  }

  private ByteBuffer nativeBytes(BaseFixedWidthVector vector, int width) {
    int bytes = rows() * width;
    return bytes == 0
        ? ByteBuffer.allocate(0)
        : vector.getDataBuffer().nioBuffer(0, bytes).order(ByteOrder.nativeOrder());
  }

  private static UnreadableFileException wrong(String detail) {
    return new UnreadableFileException(FileProblem.CORRUPTED, detail);
  }
}
