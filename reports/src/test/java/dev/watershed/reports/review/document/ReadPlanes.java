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
   * @param row where it is: the first byte, how many numbers, how many bytes each, the least, and
   *     whether the bytes of a number stay together
   */
  static List<Integer> of(byte[] bytes, JsonNode row) {
    int count = row.get(1).asInt();
    int width = row.get(2).asInt();
    boolean runs = row.size() > 4 && row.get(4).asInt() == 1;
    List<Integer> numbers = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      int number = 0;
      for (int plane = width - 1; plane >= 0; plane--) {
        int place = runs ? at * width + plane : plane * count + at;
        number = number << Byte.SIZE | bytes[row.get(0).asInt() + place] & 0xFF;
      }
      numbers.add(number + row.get(3).asInt());
    }
    return numbers;
  }
}
