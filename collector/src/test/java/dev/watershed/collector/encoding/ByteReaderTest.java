package dev.watershed.collector.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteReaderTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 16_384, -1, Long.MAX_VALUE, Long.MIN_VALUE})
  void numbersComeBack(long value) throws DamagedBytesException {
    byte[] bytes = new ByteWriter().number(value).signed(value).fixed(value).toByteArray();
    ByteReader reader = new ByteReader(bytes);
    assertThat(reader.number()).isEqualTo(value);
    assertThat(reader.signed()).isEqualTo(value);
    assertThat(reader.fixed()).isEqualTo(value);
    reader.end();
  }

  @Test
  void smallNumbersAreSmall() {
    assertThat(new ByteWriter().number(127).toByteArray()).hasSize(1);
    assertThat(new ByteWriter().signed(-64).toByteArray()).hasSize(1);
    assertThat(new ByteWriter().flag(true).toByteArray()).hasSize(1);
    assertThat(new ByteWriter().text("é").toByteArray()).hasSize(3);
  }

  @Test
  void textsAndFlagsComeBack() throws DamagedBytesException {
    byte[] bytes = new ByteWriter().text("svc_é").flag(false).text("").toByteArray();
    ByteReader reader = new ByteReader(bytes);
    assertThat(reader.text()).isEqualTo("svc_é");
    assertThat(reader.flag()).isFalse();
    assertThat(reader.text()).isEmpty();
    reader.end();
  }

  @Test
  void damagedBytesAreNamed() {
    byte[] endless = new byte[12];
    Arrays.fill(endless, (byte) 0xFF);
    assertThatThrownBy(() -> new ByteReader(endless).number())
        .isInstanceOf(DamagedBytesException.class)
        .hasMessageContaining("more than 64 bits");
    assertThatThrownBy(() -> new ByteReader(new byte[0]).number())
        .hasMessageContaining("end early");
    assertThatThrownBy(() -> new ByteReader(new byte[] {5, 'a'}).text())
        .hasMessageContaining("a count of 5");
    assertThatThrownBy(() -> new ByteReader(new byte[] {1, (byte) 0xFF}).text())
        .hasMessageContaining("no UTF-8");
    assertThatThrownBy(() -> new ByteReader(new byte[] {2}).flag())
        .hasMessageContaining("yes or no");
    assertThatThrownBy(() -> new ByteReader(new byte[] {2}).end()).hasMessageContaining("1 bytes");
  }

  @Test
  void anyBytesGiveValuesOrTheOneException() {
    SplittableRandom random = new SplittableRandom(7);
    int read = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      ByteReader reader = new ByteReader(bytes);
      try {
        while (true) {
          reader.text();
          read++;
        }
      } catch (DamagedBytesException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
    assertThat(read).isPositive();
  }
}
