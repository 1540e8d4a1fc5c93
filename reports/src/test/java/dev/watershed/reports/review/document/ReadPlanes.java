package dev.watershed.reports.review.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads a row of {@link Planes} as the script does. */
final class ReadPlanes {

  private ReadPlanes() {}

  /**
   * The numbers of a row.
   *
   * @param row where it is: the first byte, how many numbers, how many bytes each
   */
  static List<Integer> of(byte[] bytes, JsonNode row) {
    int count = row.get(1).asInt();
    List<Integer> numbers = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      int number = 0;
      for (int plane = row.get(2).asInt() - 1; plane >= 0; plane--) {
        number = number << Byte.SIZE | bytes[row.get(0).asInt() + plane * count + at] & 0xFF;
      }
      numbers.add(number);
    }
    return numbers;
  }
}
