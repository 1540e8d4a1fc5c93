package dev.watershed.workload.store.column;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** The most rows of a table; one that says more is damaged. */
  public static final int MOST_ROWS = 1 << 24;

  /**
   * The most rows of a table without a column, all of which are alike, as latencies of statements
   * that ran once each are. In larger tables columns of defaults are written as well.
   */
  static final int MOST_ALIKE = 1 << 17;

  /** A column on its way into a vector. */
  private sealed interface Part {

    Field field(boolean narrow);

    void fill(FieldVector vector);
  }

  private record IntegerPart(String name, int bits, long[] values) implements Part {

    @Override
    public Field field(boolean narrow) {
      int width = narrow ? Math.min(bits, Integers.bitsFor(values)) : bits;
      return notNullable(name, new ArrowType.Int(width, true));
    }

    @Override
    public void fill(FieldVector vector) {
      BaseFixedWidthVector fixed = (BaseFixedWidthVector) vector;
      int count = values.length;
      fixed.allocateNew(count);
      fixed.setValueCount(count);
      fixed.getValidityBuffer().setOne(0, BitVectorHelper.getValidityBufferSizeFromCount(count));
      int bytes = fixed.getTypeWidth();
      ByteBuffer buffer = fixed.getDataBuffer().nioBuffer(0, count * bytes);
      Integers.put(bytes * Byte.SIZE, values, buffer.order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  private record VariablePart(String name, ArrowType type, List<byte[]> values) implements Part {

    @Override
    public Field field(boolean narrow) {
      return notNullable(name, type);
    }

    @Override
    public void fill(FieldVector vector) {
      BaseVariableWidthVector variable = (BaseVariableWidthVector) vector;
      long total = values.stream().mapToLong(value -> value.length).sum();
      variable.allocateNew(total, values.size());
      for (int row = 0; row < values.size(); row++) {
        variable.setSafe(row, values.get(row));
      }
      variable.setValueCount(values.size());
    }
  }

  /** Below it, the frames around the compressed columns take more than compressing saves. */
  private static final int LEAST_COMPRESSED_ROWS = 128;

  private final int rows;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> plain = new HashSet<>();

  /** A table of {@code rows} rows. */
  public TableWriter(int rows) {
    if (rows < 0 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("a table has 0 to " + MOST_ROWS + " rows: " + rows);
    }
    this.rows = rows;
  }

  /** Adds a column of 64-bit integers. */
  public TableWriter longs(Column.Longs column, long[] values) {
    return integers(column, Long.SIZE, column.absent(), values);
  }

  /** Adds a column of 32-bit integers. */
  public TableWriter ints(Column.Ints column, int[] values) {
    long[] wide = Arrays.stream(values).asLongStream().toArray();
    return integers(column, Integer.SIZE, column.absent(), wide);
  }

  /** Adds a column of 16-bit integers. */
  public TableWriter shorts(Column.Shorts column, short[] values) {
    long[] wide = new long[values.length];
    for (int row = 0; row < wide.length; row++) {
      wide[row] = values[row];
    }
    return integers(column, Short.SIZE, column.absent(), wide);
  }

  /** Adds a column of texts. */
  public TableWriter texts(Column.Texts column, List<String> values) {
    check(column, values.size());
    if (!values.stream().allMatch(String::isEmpty)) {
      List<byte[]> bytes =
          values.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
      parts.add(new VariablePart(column.name(), new ArrowType.Utf8(), bytes));
    }
    return this;
  }

  /** Adds a column of bytes. */
  public TableWriter bytes(Column.Bytes column, List<byte[]> values) {
    check(column, values.size());
    if (!values.stream().allMatch(value -> value.length == 0)) {
      parts.add(new VariablePart(column.name(), new ArrowType.Binary(), values));
    }
    return this;
  }

  /**
   * Leaves columns as they are where others are compressed: those that are read most often, which
   * then takes a fraction of the time.
   */
  public TableWriter plain(Column... columns) {
    for (Column column : columns) {
      plain.add(column.name());
    }
    return this;
  }

  /**
   * The table as an Arrow IPC stream; a small one is never compressed. What is compressed has
   * integers of no more bits than they need, because that is faster to read again.
   */
  public ByteBuffer encode(Compression wanted) {
    Compression compression = rows < LEAST_COMPRESSED_ROWS ? Compression.NONE : wanted;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Field> fields =
        parts.stream().map(part -> part.field(compression != Compression.NONE)).toList();
    List<FieldVector> vectors = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator()) {
      for (int i = 0; i < fields.size(); i++) {
        FieldVector vector = fields.get(i).createVector(allocator);
        vectors.add(vector);
        parts.get(i).fill(vector);
      }
      try (VectorSchemaRoot root = new VectorSchemaRoot(fields, vectors, rows);
          ArrowStreamWriter writer =
              new ArrowStreamWriter(
                  root,
                  null,
                  Channels.newChannel(bytes),
                  IpcOption.DEFAULT,
                  new Compression.Codecs(plainBuffers(fields)),
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

  /** An integer column has a validity and values. */
  private BitSet plainBuffers(List<Field> fields) {
    BitSet buffers = new BitSet();
    int next = 0;
    for (Field field : fields) {
      int count = field.getType() instanceof ArrowType.Int ? 2 : 3;
      buffers.set(next, next + count, plain.contains(field.getName()));
      next += count;
    }
    return buffers;
  }

  private void check(Column column, int length) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "column " + column.name() + " has " + length + " values, the table " + rows + " rows");
    }
  }

  private TableWriter integers(Column column, int bits, long absent, long[] values) {
    check(column, values.length);
    if (rows > MOST_ALIKE || Arrays.stream(values).anyMatch(value -> value != absent)) {
      parts.add(new IntegerPart(column.name(), bits, values));
    }
    return this;
  }

  private static Field notNullable(String name, ArrowType type) {
    return new Field(name, FieldType.notNullable(type), null);
  }
}
