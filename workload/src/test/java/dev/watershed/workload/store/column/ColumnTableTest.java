package dev.watershed.workload.store.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.ContainerWriter;
import dev.watershed.workload.store.container.ContainerWriter.Part;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTableTest {

  private static final Column.Longs TIME = new Column.Longs("time", 0);
  private static final Column.Longs LEAST = new Column.Longs("least", Long.MAX_VALUE);
  private static final Column.Ints ORIGIN = new Column.Ints("origin", 0);
  private static final Column.Shorts BUCKET = new Column.Shorts("bucket", (short) 0);
  private static final Column.Texts NAME = new Column.Texts("name");
  private static final Column.Bytes CURSOR = new Column.Bytes("cursor");

  @ParameterizedTest
  @CsvSource({"NONE, 1", "NONE, 700", "ZSTD, 1", "ZSTD, 700", "ZSTD, 0", "NONE, 0"})
  void columnsComeBack(Compression compression, int rows) throws UnreadableFileException {
    Random random = new Random(rows);
    long[] times = random.longs(rows).toArray();
    int[] origins = random.ints(rows).toArray();
    short[] buckets = new short[rows];
    IntStream.range(0, rows).forEach(row -> buckets[row] = (short) random.nextInt(450));
    List<String> names =
        IntStream.range(0, rows).mapToObj(row -> "ü'" + "x".repeat(random.nextInt(5))).toList();
    List<byte[]> cursors =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_16)).toList();
    ByteBuffer bytes =
        new TableWriter(rows)
            .longs(TIME, times)
            .ints(ORIGIN, origins)
            .shorts(BUCKET, buckets)
            .texts(NAME, names)
            .bytes(CURSOR, cursors)
            .encode(compression);
    for (ByteBuffer stream : List.of(bytes, direct(bytes))) {
      try (ColumnMemory memory = new ColumnMemory();
          ColumnTable table = ColumnTable.read(stream, memory)) {
        assertThat(table.rows()).isEqualTo(rows);
        long[] timesRead = new long[rows];
        table.copy(TIME, timesRead);
        assertThat(timesRead).isEqualTo(times);
        int[] originsRead = new int[rows];
        table.copy(ORIGIN, originsRead);
        assertThat(originsRead).isEqualTo(origins);
        short[] bucketsRead = new short[rows];
        table.copy(BUCKET, bucketsRead);
        assertThat(bucketsRead).isEqualTo(buckets);
        assertThat(table.texts(NAME)).isEqualTo(names);
        assertThat(table.bytes(CURSOR)).containsExactlyElementsOf(cursors);
        BigIntVector vector = table.longs(TIME);
        for (int row = 0; row < rows; row++) {
          assertThat(vector.get(row)).isEqualTo(times[row]);
        }
      }
    }
  }

  @Test
  void aColumnOfDefaultsIsNotWrittenAndReadsAsItsDefault() throws UnreadableFileException {
    ByteBuffer bytes =
        new TableWriter(2)
            .longs(TIME, new long[] {5, 6})
            .longs(LEAST, new long[] {Long.MAX_VALUE, Long.MAX_VALUE})
            .encode(Compression.NONE);
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(bytes, memory)) {
      assertThat(table.has(LEAST)).isFalse();
      assertThat(table.longs(LEAST).get(1)).isEqualTo(Long.MAX_VALUE);
      int[] origins = {7, 7};
      table.copy(ORIGIN, origins);
      assertThat(origins).as("of a later version").containsExactly(0, 0);
      short[] buckets = {7, 7};
      table.copy(BUCKET, buckets);
      assertThat(buckets).containsExactly((short) 0, (short) 0);
      assertThat(table.texts(NAME)).containsExactly("", "");
      assertThat(table.longs(TIME).get(1)).as("beside columns nobody asked for").isEqualTo(6);
    }
  }

  @Test
  void anUncompressedColumnIsNotCopied() throws UnreadableFileException {
    ByteBuffer stream =
        direct(new TableWriter(3).longs(TIME, new long[] {1, 2, 3}).encode(Compression.NONE));
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(stream, memory)) {
      BigIntVector vector = table.longs(TIME);
      int at = IntStream.range(0, stream.limit()).filter(i -> stream.get(i) == 2).max().orElse(0);
      stream.put(at, (byte) 77);
      assertThat(vector.get(1)).isEqualTo(77);
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void anyArrowReaderReadsIt(Compression compression) throws IOException {
    long[] times = IntStream.range(0, 500).asLongStream().toArray();
    ByteBuffer bytes = new TableWriter(500).longs(TIME, times).encode(compression);
    try (BufferAllocator allocator = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(
                new ByteArrayInputStream(bytes.array()), allocator, new Compression.Codecs())) {
      assertThat(reader.loadNextBatch()).isTrue();
      BaseIntVector vector = (BaseIntVector) reader.getVectorSchemaRoot().getVector("time");
      assertThat(vector.getValueAsLong(499)).isEqualTo(499);
      assertThat(reader.loadNextBatch()).isFalse();
    }
  }

  @Test
  void damagedStreamsAreRefusedOrReadWithinTheirBounds() {
    Random random = new Random(9);
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "name " + i).toList();
    for (Compression compression : Compression.values()) {
      byte[] whole = new TableWriter(300).texts(NAME, names).encode(compression).array();
      for (int i = 0; i < 1_500; i++) {
        byte[] damaged = whole.clone();
        damaged[random.nextInt(random.nextBoolean() ? 400 : whole.length)] =
            (byte) random.nextInt(256);
        readAll(damaged);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 32_767, 32_768, 1L << 31, 1L << 40, Long.MAX_VALUE})
  void narrowIntegersKeepTheirValues(long extreme) throws UnreadableFileException {
    long[] values = new long[200];
    for (int row = 0; row < values.length; row++) {
      values[row] = row % 3 == 0 ? extreme : row % 3 == 1 ? -extreme - 1 : row % 100;
    }
    ByteBuffer bytes = new TableWriter(200).longs(TIME, values).encode(Compression.ZSTD);
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(bytes, memory)) {
      long[] read = new long[200];
      table.copy(TIME, read);
      assertThat(read).isEqualTo(values);
      assertThat(table.longs(TIME).get(1)).isEqualTo(values[1]);
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0, 700", "NONE, 3, 9", "ZSTD, 0, 0", "ZSTD, 250, 700", "ZSTD, 700, 700"})
  void aSliceHasItsRows(Compression compression, int from, int until)
      throws UnreadableFileException {
    long[] times = new Random(5).longs(700, -70_000, 70_000).toArray();
    List<String> names = Arrays.stream(times).mapToObj(Long::toString).toList();
    ByteBuffer bytes =
        new TableWriter(700).longs(TIME, times).texts(NAME, names).encode(compression);
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(bytes, memory);
        ColumnTable slice = table.slice(from, until)) {
      assertThat(slice.rows()).isEqualTo(until - from);
      long[] read = new long[slice.rows()];
      slice.copy(TIME, read);
      assertThat(read).isEqualTo(Arrays.copyOfRange(times, from, until));
      assertThat(slice.texts(NAME)).isEqualTo(names.subList(from, until));
      BigIntVector vector = slice.longs(TIME);
      for (int row = 0; row < read.length; row++) {
        assertThat(vector.get(row)).isEqualTo(read[row]);
      }
      assertThatThrownBy(() -> table.slice(1, 701)).isInstanceOf(UnreadableFileException.class);
      assertThatThrownBy(() -> slice.slice(0, slice.rows() + 1))
          .isInstanceOf(UnreadableFileException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 300})
  void theOnlyValueIsThatOfATableOfOneRow(int rows) throws UnreadableFileException {
    long[] times = LongStream.range(5, 5 + rows).toArray();
    int[] origins = IntStream.range(7, 7 + rows).toArray();
    ByteBuffer bytes =
        new TableWriter(rows).longs(TIME, times).ints(ORIGIN, origins).encode(Compression.ZSTD);
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(bytes, memory)) {
      if (rows == 1) {
        assertThat(table.only(TIME)).isEqualTo(5);
        assertThat(table.only(ORIGIN)).isEqualTo(7);
      } else {
        assertThatThrownBy(() -> table.only(TIME)).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> table.only(ORIGIN)).isInstanceOf(UnreadableFileException.class);
      }
    }
  }

  @Test
  void aPlainColumnIsNotCompressed() throws UnreadableFileException {
    long[] zeros = new long[5_000];
    zeros[7] = 9;
    ByteBuffer compressed = new TableWriter(5_000).longs(TIME, zeros).encode(Compression.ZSTD);
    ByteBuffer plain =
        new TableWriter(5_000).longs(TIME, zeros).plain(TIME).encode(Compression.ZSTD);
    assertThat(compressed.limit()).isLessThan(1_000);
    assertThat(plain.limit()).isBetween(5_000, 6_000);
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(plain, memory)) {
      long[] read = new long[5_000];
      table.copy(TIME, read);
      assertThat(read).isEqualTo(zeros);
    }
  }

  @Test
  void aDamagedColumnOfALargeTableDoesNotConcernTheOthers() throws UnreadableFileException {
    long[] times = new Random(6).longs(9_000).toArray();
    int[] origins = new Random(7).ints(9_000).toArray();
    ByteBuffer table =
        new TableWriter(9_000).longs(TIME, times).ints(ORIGIN, origins).encode(Compression.ZSTD);
    List<Part> parts = TableParts.of(table);
    assertThat(parts).extracting(Part::name).containsExactly("", "time", "origin");
    Part time = parts.get(1);
    for (int at : new int[] {time.offset(), time.offset() + time.length() - 1}) {
      ByteBuffer damaged = ByteBuffer.wrap(file(table, parts));
      int inFile = 64 + at;
      damaged.put(inFile, (byte) (damaged.get(inFile) ^ 1));
      Container container = Container.open(damaged, "test");
      try (ColumnMemory memory = new ColumnMemory();
          ColumnTable read = ColumnTable.read(container.parts("table"), memory)) {
        int[] originsRead = new int[9_000];
        read.copy(ORIGIN, originsRead);
        assertThat(originsRead).isEqualTo(origins);
        assertThatThrownBy(() -> read.copy(TIME, new long[9_000]))
            .isInstanceOf(UnreadableFileException.class)
            .hasMessageContaining("checksum");
        assertThatThrownBy(() -> read.longs(TIME)).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(container::verify).isInstanceOf(UnreadableFileException.class);
      }
    }
  }

  private static byte[] file(ByteBuffer table, List<Part> parts) {
    ContainerWriter writer = new ContainerWriter("test");
    writer.add("table", table, parts);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer piece : writer.finish()) {
      byte[] copy = new byte[piece.remaining()];
      piece.duplicate().get(copy);
      bytes.writeBytes(copy);
    }
    return bytes.toByteArray();
  }

  /** Room is made for the rows of a table before its columns are read. */
  @ParameterizedTest
  @EnumSource(Compression.class)
  void moreRowsThanColumnsHaveAreRefused(Compression compression) {
    int rows = 700;
    ByteBuffer numbers =
        new TableWriter(rows).longs(TIME, new Random(1).longs(rows).toArray()).encode(compression);
    ByteBuffer names =
        new TableWriter(rows).texts(NAME, Collections.nCopies(rows, "ab")).encode(compression);
    ByteBuffer none = new TableWriter(rows).longs(TIME, new long[rows]).encode(compression);
    for (ByteBuffer table : List.of(numbers, names, none)) {
      ByteBuffer forged = withRows(table, rows, TableWriter.MOST_ROWS);
      assertThatThrownBy(() -> ColumnTable.read(forged, new ColumnMemory()))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageContaining(TableWriter.MOST_ROWS + " rows");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void aLargeTableOfDefaultsHasAColumn(int more, boolean written) throws UnreadableFileException {
    int rows = TableWriter.MOST_ALIKE + more;
    ByteBuffer bytes = new TableWriter(rows).longs(TIME, new long[rows]).encode(Compression.ZSTD);
    try (ColumnMemory memory = new ColumnMemory();
        ColumnTable table = ColumnTable.read(bytes, memory)) {
      assertThat(table.has(TIME)).isEqualTo(written);
      assertThat(table.array(TIME)).isEqualTo(new long[rows]);
    }
  }

  private static ByteBuffer withRows(ByteBuffer table, long rows, long others) {
    ByteBuffer forged =
        ByteBuffer.allocate(table.remaining())
            .put(table.duplicate())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + Long.BYTES <= forged.capacity(); at += Integer.BYTES) {
      if (forged.getLong(at) == rows) {
        forged.putLong(at, others);
      }
    }
    return forged.rewind();
  }

  @Test
  void columnsOfOneTableAreEquallyLong() {
    assertThatThrownBy(() -> new TableWriter(2).longs(TIME, new long[3]))
        .hasMessageContaining("column time has 3 values");
  }

  /** Anything but an error of memory or an unchecked exception is fine. */
  private static void readAll(byte[] bytes) {
    try (ColumnMemory memory = new ColumnMemory(1 << 26);
        ColumnTable table = ColumnTable.read(ByteBuffer.wrap(bytes), memory)) {
      assertThat(table.texts(NAME)).hasSize(table.rows());
    } catch (UnreadableFileException refused) {
      assertThat(refused).hasMessageContaining("(");
    }
  }

  private static ByteBuffer direct(ByteBuffer bytes) {
    return ByteBuffer.allocateDirect(bytes.remaining()).put(bytes.duplicate()).flip();
  }
}
