package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackedBytesTest {

  private static final String TEXT = "SELECT größe FROM t WHERE name = '\uD83D\uDE00'";

  @Test
  void whatWasTakenIsGivenAgainInOrder() {
    List<Long> numbers = new ArrayList<>(List.of(0L, 1L, -1L, 127L, 128L, Long.MAX_VALUE));
    numbers.add(Long.MIN_VALUE);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5_000; i++) {
      numbers.add(random.nextLong() >> random.nextInt(64));
    }
    PackedBytes.Writer writer = new PackedBytes.Writer();
    for (long number : numbers) {
      writer.number(number);
      writer.text(number % 2 == 0 ? "" : TEXT);
      writer.signed(number);
    }
    PackedBytes.Reader reader = writer.pack().read();
    for (long number : numbers) {
      assertThat(reader.number()).isEqualTo(number);
      assertThat(reader.text()).isEqualTo(number % 2 == 0 ? "" : TEXT);
      assertThat(reader.signed()).isEqualTo(number);
    }
  }

  @Test
  void aTextThatIsLongerThanAllBeforeFits() {
    String text = "x".repeat(1 << 20);
    PackedBytes.Writer writer = new PackedBytes.Writer();
    writer.text(text);

    assertThat(writer.pack().read().text()).isEqualTo(text);
  }
}
