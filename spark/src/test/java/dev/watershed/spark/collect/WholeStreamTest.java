package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WholeStreamTest {

  private static final byte[] BYTES = {1, 2, 3, 4, 5};

  private static WholeStream stream(int listed) {
    return new WholeStream(new ByteArrayInputStream(BYTES), "s3a://logs/a.gz", listed);
  }

  @Test
  void aFileEndsWhereItWasListedToEnd() throws IOException {
    assertThat(stream(5).readAllBytes()).containsExactly(BYTES);
    assertThat(stream(3).readAllBytes()).containsExactly(1, 2, 3);
    assertThat(stream(0).read()).isEqualTo(-1);
  }

  @Test
  void whatIsSkippedCounts() throws IOException {
    WholeStream stream = stream(5);
    assertThat(stream.skip(2)).isEqualTo(2);
    assertThat(stream.read()).isEqualTo(3);
    assertThat(stream.read(new byte[0], 0, 0)).isZero();
    assertThat(stream.readAllBytes()).containsExactly(4, 5);
    assertThat(stream.skip(2)).isZero();
  }

  /** Not as the end of a file, which an archive that is truncated has as well. */
  @Test
  void aStreamThatEndsBeforeWasCutOff() {
    assertThatThrownBy(() -> stream(6).readAllBytes())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(EOFException.class)
        .hasMessage("s3a://logs/a.gz: ended at 5 of the 6 bytes that were listed");
  }

  @Test
  void singleBytesAsWell() throws IOException {
    WholeStream stream = stream(6);
    for (byte expected : BYTES) {
      assertThat(stream.read()).isEqualTo(expected);
    }
    assertThatThrownBy(stream::read).hasMessageContaining("ended at 5 of the 6 bytes");
  }
}
