package dev.watershed.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResealedTest {

  @Test
  void aFileThatIsWholeStaysAsItIs() throws Exception {
    for (byte[] seed : new StoreSeeds(Path.of("..")).windows()) {
      byte[] window = Arrays.copyOfRange(seed, 1, seed.length);
      byte[] sealed = window.clone();
      Resealed.seal(ByteBuffer.wrap(sealed));
      assertThat(sealed).isEqualTo(window);
    }
  }
}
