package dev.watershed.workload.store.column;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/**
 * Finds the columns of a table in the bytes of its Arrow IPC stream, without creating a vector.
 *
 * <p>Source: Arrow Columnar Format, "Serialization and Interprocess Communication": a message is
 * 0xFFFFFFFF, the length of its metadata (int), the metadata (a flatbuffer), its body.
 */
final class TableReader {

  private static final int CONTINUATION = -1;
  private static final int PREFIX_BYTES = 8;
  private static final int MOST_COLUMNS = 1_000;

  /**
   * Where the buffers of a column are: in the body of the stream's record batch.
   *
   * @param name its bytes, UTF-8: compared where they are
   * @param bits the width of an integer; 0 for texts and bytes
   */
  record Place(ByteBuffer name, int bits, List<Range> buffers) {

    /** Whether this is a column; their names are ASCII. */
    boolean isOf(Column column) {
      String other = column.name();
      int start = name.position();
      if (other.length() != name.remaining()) {
        return false;
      }
      for (int i = 0; i < other.length(); i++) {
        if (name.get(start + i) != other.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    Range values() {
      return buffers.get(buffers.size() - 1);
    }
  }

  /** Bytes of the stream. */
  record Range(int offset, int length) {}

  private final ByteBuffer stream;

  TableReader(ByteBuffer stream) {
    this.stream = stream.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * What the stream holds.
   *
   * @param body where the metadata ends
   */
  record Contents(int rows, boolean compressed, int body, List<Place> columns) {

    static final Contents NONE = new Contents(0, false, 0, List.of());
  }

  Contents read() throws UnreadableFileException {
    if (stream.limit() == 0) {
      return Contents.NONE;
    }
    try {
      return readMessages();
    } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
      UnreadableFileException unreadable =
          new UnreadableFileException(FileProblem.CORRUPTED, "a table's metadata makes no sense");
      unreadable.initCause(wrong);
      throw unreadable;
    }
  }

  private Contents readMessages() throws UnreadableFileException {
    int schemaLength = metadataLength(0);
    Message first = message(0, schemaLength);
    Schema schema = (Schema) first.header(new Schema());
    require(first.headerType() == MessageHeader.Schema && schema != null, "no schema");
    int batchAt = PREFIX_BYTES + schemaLength;
    int batchLength = metadataLength(batchAt);
    Message second = message(batchAt, batchLength);
    require(second.headerType() == MessageHeader.RecordBatch, "no record batch");
    RecordBatch batch = (RecordBatch) second.header(new RecordBatch());
    require(batch != null, "no record batch");
    int body = batchAt + PREFIX_BYTES + batchLength;
    require(second.bodyLength() <= stream.limit() - body, "a body that ends early");
    boolean sensible = batch.length() >= 0 && batch.length() <= TableWriter.MOST_ROWS;
    require(sensible, batch.length() + " rows");
    boolean compressed = batch.compression() != null;
    List<Place> places = places(schema, batch, body);
    requireBacked(places, batch.length(), compressed);
    for (Place place : places) {
      boolean whole = compressed || place.values().length() >= batch.length() * place.bits() / 8;
      require(whole, "a column that is shorter than the table");
    }
    return new Contents((int) batch.length(), compressed, body, places);
  }

  /**
   * Whoever reads a table makes room for its rows first: that there are so many, the first column
   * has to say as well. Others are looked at when they are read.
   */
  private void requireBacked(List<Place> places, long rows, boolean compressed)
      throws UnreadableFileException {
    if (places.isEmpty()) {
      require(rows <= TableWriter.MOST_ALIKE, rows + " rows without a column");
      return;
    }
    Place first = places.get(0);
    boolean integers = first.bits() > 0;
    Range range = integers ? first.values() : first.buffers().get(1);
    long length = compressed ? uncompressedLength(range) : range.length();
    long least = rows == 0 ? 0 : integers ? rows * first.bits() / 8 : (rows + 1) * Integer.BYTES;
    require(length >= least, rows + " rows, and a column of " + length + " bytes");
  }

  private long uncompressedLength(Range range) {
    if (range.length() < Long.BYTES) {
      return range.length();
    }
    long length = stream.getLong(range.offset());
    return length == ColumnMemory.NOT_COMPRESSED ? range.length() - Long.BYTES : length;
  }

  private List<Place> places(Schema schema, RecordBatch batch, int body)
      throws UnreadableFileException {
    require(schema.fieldsLength() <= MOST_COLUMNS, schema.fieldsLength() + " columns");
    List<Place> places = new ArrayList<>(schema.fieldsLength());
    int next = 0;
    for (int i = 0; i < schema.fieldsLength(); i++) {
      Field field = schema.fields(i);
      int bits = bitsOf(field);
      int count = bits > 0 ? 2 : 3;
      List<Range> buffers = new ArrayList<>(count);
      for (int buffer = 0; buffer < count; buffer++) {
        require(next < batch.buffersLength(), "fewer buffers than columns");
        Buffer place = batch.buffers(next++);
        boolean inside =
            place.offset() >= 0
                && place.length() >= 0
                && place.length() <= stream.limit() - body - place.offset();
        require(inside, "a column that lies outside");
        buffers.add(new Range((int) (body + place.offset()), (int) place.length()));
      }
      ByteBuffer name = field.nameAsByteBuffer();
      require(name != null, "a column without a name");
      places.add(new Place(name, bits, buffers));
    }
    return places;
  }

  /** Integers have a validity and values; texts and bytes also offsets, in between. */
  private static int bitsOf(Field field) throws UnreadableFileException {
    byte type = field.typeType();
    if (type == Type.Utf8 || type == Type.Binary) {
      return 0;
    }
    require(type == Type.Int, "a column of type " + type);
    Int integer = (Int) field.type(new Int());
    require(integer != null, "an integer without a width");
    int bits = integer.bitWidth();
    require(bits == 8 || bits == 16 || bits == 32 || bits == 64, "an integer of " + bits + " bits");
    return bits;
  }

  private int metadataLength(int at) throws UnreadableFileException {
    require(stream.getInt(at) == CONTINUATION, "no message where one begins");
    int length = stream.getInt(at + Integer.BYTES);
    require(
        length > 0 && length <= stream.limit() - at - PREFIX_BYTES, "a message that ends early");
    return length;
  }

  private Message message(int at, int length) {
    ByteBuffer metadata = stream.slice(at + PREFIX_BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
    return Message.getRootAsMessage(metadata);
  }

  private static void require(boolean condition, String found) throws UnreadableFileException {
    if (!condition) {
      throw new UnreadableFileException(FileProblem.CORRUPTED, "a table has " + found);
    }
  }
}
