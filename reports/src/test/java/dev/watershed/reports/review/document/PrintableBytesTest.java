package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes as text. */
class PrintableBytesTest {

  @Test
  void bytesAreReadBack() {
    Random random = new Random(1);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = PrintableBytes.of(bytes);
      assertThat(text).matches("[0-9]+ [!-~]*").doesNotContain("<", "&", "-");
      assertThat(read(text)).isEqualTo(bytes);
      assertThat(text.length()).isLessThan(length * 16 / 13 + 8);
    }
  }

  /** Another way to read them: as one number of many digits. */
  private static byte[] read(String text) {
    int space = text.indexOf(' ');
    int length = Integer.parseInt(text.substring(0, space));
    BigInteger number = BigInteger.ZERO;
    for (int pair = text.length() - 2; pair > space; pair -= 2) {
      int value = digit(text.charAt(pair)) + 91 * digit(text.charAt(pair + 1));
      number = number.shiftLeft(13).or(BigInteger.valueOf(value));
    }
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; at++) {
      bytes[at] = number.shiftRight(8 * at).byteValue();
    }
    return bytes;
  }

  private static int digit(char character) {
    return character
        - '!'
        - (character > '&' ? 1 : 0)
        - (character > '-' ? 1 : 0)
        - (character > '<' ? 1 : 0);
  }
}
