package dev.watershed.reports.review.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.LongStream;

/**
 * Rows of whole numbers in bytes: first the lowest byte of each, then the next one of each, as many
 * as the largest needs. So what is alike stands together, which takes gzip a quarter less than the
 * digits of JSON.
 */
final class Planes {

  private final OutputStream bytes;
  private int written;

  /**
   * None yet.
   *
   * @param bytes where rows go, one after the other
   */
  Planes(OutputStream bytes) {
    this.bytes = bytes;
  }

  /**
   * Adds a row, and writes where it is: the first byte, how many numbers, how many bytes each.
   *
   * @param numbers from 0 to 2^53
   */
  void add(String field, LongStream numbers, JsonGenerator json) throws IOException {
    long[] row = numbers.toArray();
    long most = 0;
    for (long number : row) {
      if (number < 0) {
        throw new IllegalArgumentException(field + ": " + number);
      }
      most |= number;
    }
    int width = (Long.SIZE - Long.numberOfLeadingZeros(most) + Byte.SIZE - 1) / Byte.SIZE;
    json.writeFieldName(field);
    json.writeArray(new int[] {written, row.length, width}, 0, 3);
    byte[] planes = new byte[Math.multiplyExact(width, row.length)];
    int at = 0;
    for (int plane = 0; plane < width; plane++) {
      for (long number : row) {
        planes[at++] = (byte) (number >>> plane * Byte.SIZE);
      }
    }
    bytes.write(planes);
    written = Math.addExact(written, planes.length);
  }
}
