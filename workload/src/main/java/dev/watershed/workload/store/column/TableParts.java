package dev.watershed.workload.store.column;

import dev.watershed.workload.store.container.ContainerWriter.Part;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parts of a table that are verified alone: its metadata, and each column by its name. */
public final class TableParts {

  /** The name of the metadata. */
  static final String HEAD = "";

  /** Reading less of a smaller table does not pay what its parts take in the directory. */
  private static final int LEAST_BYTES = 1 << 16;

  private TableParts() {}

  /** The parts of a table that {@link TableWriter} wrote; none if it is small. */
  public static List<Part> of(ByteBuffer stream) {
    if (stream.limit() < LEAST_BYTES) {
      return List.of();
    }
    try {
      return parts(new TableReader(stream).read());
    } catch (UnreadableFileException impossible) {
      throw new IllegalArgumentException("a table that was not written here", impossible);
    }
  }

  private static List<Part> parts(TableReader.Contents contents) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(HEAD, 0, contents.body()));
    for (TableReader.Place place : contents.columns()) {
      int from = place.buffers().stream().mapToInt(TableReader.Range::offset).min().orElseThrow();
      TableReader.Range last = place.values();
      String name = StandardCharsets.UTF_8.decode(place.name().duplicate()).toString();
      parts.add(new Part(name, from, last.offset() + last.length() - from));
    }
    return parts;
  }
}
