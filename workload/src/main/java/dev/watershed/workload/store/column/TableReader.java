package dev.watershed.workload.store.column;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Buffer;
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

  /** Where the buffers of a column are: in the body of the stream's record batch. */
  record Place(String name, List<Range> buffers) {}

  /** Bytes of the stream. */
  record Range(int offset, int length) {}

  private final ByteBuffer stream;

  TableReader(ByteBuffer stream) {
    this.stream = stream.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What the stream holds. */
  record Contents(int rows, boolean compressed, List<Place> columns) {

    static final Contents NONE = new Contents(0, false, List.of());
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
    require(batch.length() >= 0 && batch.length() <= Integer.MAX_VALUE, "rows " + batch.length());
    return new Contents(
        (int) batch.length(), batch.compression() != null, places(schema, batch, body));
  }

  private List<Place> places(Schema schema, RecordBatch batch, int body)
      throws UnreadableFileException {
    List<Place> places = new ArrayList<>(schema.fieldsLength());
    int next = 0;
    for (int i = 0; i < schema.fieldsLength(); i++) {
      int count = bufferCount(schema.fields(i).typeType());
      List<Range> buffers = new ArrayList<>(count);
      for (int buffer = 0; buffer < count; buffer++) {
        Buffer place = batch.buffers(next++);
        boolean inside =
            place.offset() >= 0
                && place.length() >= 0
                && place.length() <= stream.limit() - body - place.offset();
        require(inside, "a column that lies outside");
        buffers.add(new Range((int) (body + place.offset()), (int) place.length()));
      }
      places.add(new Place(schema.fields(i).name(), buffers));
    }
    return places;
  }

  /** Validity and values; for texts and bytes also the offsets between them. */
  private static int bufferCount(byte type) throws UnreadableFileException {
    return switch (type) {
      case Type.Int, Type.FloatingPoint, Type.Bool -> 2;
      case Type.Utf8, Type.Binary -> 3;
      default ->
          throw new UnreadableFileException(
              FileProblem.CORRUPTED, "a column of type " + Type.name(type));
    };
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
