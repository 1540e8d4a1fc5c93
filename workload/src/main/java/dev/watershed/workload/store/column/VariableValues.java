package dev.watershed.workload.store.column;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.arrow.memory.ArrowBuf;

/** The values of a column of texts or bytes, in place. They hold while their table is open. */
public final class VariableValues {

  /** Of a column that the file lacks. */
  static final VariableValues EMPTY = new VariableValues(new int[0], Optional.empty());

  private static final byte[] NO_BYTES = {};

  private final int[] offsets;
  private final Optional<ArrowBuf> bytes;

  private VariableValues(int[] offsets, Optional<ArrowBuf> bytes) {
    this.offsets = offsets;
    this.bytes = bytes;
  }

  static VariableValues of(int rows, ArrowBuf offsets, ArrowBuf bytes)
      throws UnreadableFileException {
    int[] all = new int[rows + 1];
    for (int row = 0; row <= rows; row++) {
      all[row] = offsets.getInt((long) row * Integer.BYTES);
      if (all[row] < (row == 0 ? 0 : all[row - 1]) || all[row] > bytes.readableBytes()) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, "a value that lies outside of its column");
      }
    }
    return new VariableValues(all, Optional.of(bytes));
  }

  /** The bytes of a row. */
  public byte[] get(int row) {
    if (bytes.isEmpty()) {
      return NO_BYTES;
    }
    byte[] value = new byte[offsets[row + 1] - offsets[row]];
    bytes.get().getBytes(offsets[row], value);
    return value;
  }

  /** The text of a row. */
  public String text(int row) {
    return new String(get(row), StandardCharsets.UTF_8);
  }
}
