package dev.watershed.workload.store.column;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Writes one table: columns of equal length, then {@link #encode}. */
public final class TableWriter {

  private record Part(Field field, BiConsumer<FieldVector, Integer> fill) {}

  /** Below it, the frames around the compressed columns take more than compressing saves. */
  private static final int LEAST_COMPRESSED_ROWS = 128;

  private final int rows;
  private final List<Part> parts = new ArrayList<>();

  /** A table of {@code rows} rows. */
  public TableWriter(int rows) {
    this.rows = rows;
  }

  /** Adds a column of 64-bit integers. */
  public TableWriter longs(Column.Longs column, long[] values) {
    check(column, values.length);
    for (long value : values) {
      if (value != column.absent()) {
        add(column, new ArrowType.Int(Long.SIZE, true), (vector, count) -> fill(vector, values));
        break;
      }
    }
    return this;
  }

  /** Adds a column of 32-bit integers. */
  public TableWriter ints(Column.Ints column, int[] values) {
    check(column, values.length);
    for (int value : values) {
      if (value != column.absent()) {
        add(column, new ArrowType.Int(Integer.SIZE, true), (vector, count) -> fill(vector, values));
        break;
      }
    }
    return this;
  }

  /** Adds a column of 16-bit integers. */
  public TableWriter shorts(Column.Shorts column, short[] values) {
    check(column, values.length);
    for (short value : values) {
      if (value != column.absent()) {
        add(column, new ArrowType.Int(Short.SIZE, true), (vector, count) -> fill(vector, values));
        break;
      }
    }
    return this;
  }

  /** Adds a column of texts. */
  public TableWriter texts(Column.Texts column, List<String> values) {
    check(column, values.size());
    if (!values.stream().allMatch(String::isEmpty)) {
      List<byte[]> bytes =
          values.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
      add(column, new ArrowType.Utf8(), (vector, count) -> fill(vector, bytes));
    }
    return this;
  }

  /** Adds a column of bytes. */
  public TableWriter bytes(Column.Bytes column, List<byte[]> values) {
    check(column, values.size());
    if (!values.stream().allMatch(value -> value.length == 0)) {
      add(column, new ArrowType.Binary(), (vector, count) -> fill(vector, values));
    }
    return this;
  }

  /** The table as an Arrow IPC stream; a small one is never compressed. */
  public ByteBuffer encode(Compression wanted) {
    Compression compression = rows < LEAST_COMPRESSED_ROWS ? Compression.NONE : wanted;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<FieldVector> vectors = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator()) {
      for (Part part : parts) {
        FieldVector vector = part.field().createVector(allocator);
        vectors.add(vector);
        part.fill().accept(vector, rows);
      }
      try (VectorSchemaRoot root =
              new VectorSchemaRoot(parts.stream().map(Part::field).toList(), vectors, rows);
          ArrowStreamWriter writer =
              new ArrowStreamWriter(
                  root,
                  null,
                  Channels.newChannel(bytes),
                  IpcOption.DEFAULT,
                  new Compression.Codecs(),
                  compression.codecType())) {
        writer.start();
        writer.writeBatch();
        writer.end();
      } finally {
        vectors.forEach(FieldVector::close);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private void check(Column column, int length) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "column " + column.name() + " has " + length + " values, the table " + rows + " rows");
    }
  }

  private void add(Column column, ArrowType type, BiConsumer<FieldVector, Integer> fill) {
    parts.add(new Part(new Field(column.name(), FieldType.notNullable(type), null), fill));
  }

  private static void fill(FieldVector vector, long[] values) {
    allocate(vector, values.length, Long.BYTES).asLongBuffer().put(values);
  }

  private static void fill(FieldVector vector, int[] values) {
    allocate(vector, values.length, Integer.BYTES).asIntBuffer().put(values);
  }

  private static void fill(FieldVector vector, short[] values) {
    allocate(vector, values.length, Short.BYTES).asShortBuffer().put(values);
  }

  private static ByteBuffer allocate(FieldVector vector, int count, int width) {
    BaseFixedWidthVector fixed = (BaseFixedWidthVector) vector;
    fixed.allocateNew(count);
    fixed.setValueCount(count);
    fixed.getValidityBuffer().setOne(0, BitVectorHelper.getValidityBufferSizeFromCount(count));
    return fixed
        .getDataBuffer()
        .nioBuffer(0, count * width)
        .order(java.nio.ByteOrder.nativeOrder());
  }

  private static void fill(FieldVector vector, List<byte[]> values) {
    BaseVariableWidthVector variable = (BaseVariableWidthVector) vector;
    long total = values.stream().mapToLong(value -> value.length).sum();
    variable.allocateNew(total, values.size());
    for (int row = 0; row < values.size(); row++) {
      variable.setSafe(row, values.get(row));
    }
    variable.setValueCount(values.size());
  }
}
