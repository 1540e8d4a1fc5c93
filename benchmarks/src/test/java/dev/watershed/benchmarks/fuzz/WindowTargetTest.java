package dev.watershed.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowTargetTest {

  private static final int PLACES = 60;
  private static final int LONG = 8;

  /**
   * Whatever value a column holds where a window was made wrong: negative ones are refused most.
   */
  @Test
  void eightBytesOfAWindowMayBeWrongAnywhere() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    for (byte[] window : new StoreSeeds(Path.of("..")).windows()) {
      for (int i = 0; i < PLACES; i++) {
        byte[] wrong = window.clone();
        int place = 1 + random.nextInt(window.length - LONG);
        Arrays.fill(wrong, place, place + LONG, (byte) -1);
        assertThatCode(() -> WindowTarget.fuzzerTestOneInput(wrong))
            .as("at %d of %d", place, window.length)
            .doesNotThrowAnyException();
      }
    }
  }
}
