package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that is told of every end waits for none of them. */
@Timeout(60)
class ReadAheadTest {

  private static final byte[] FIRST = {1, 2, 3};

  /** What a source does once its first bytes are read. */
  private interface End {
    int come() throws IOException;
  }

  private static SlidingBuffer.Source source(End end) {
    return new SlidingBuffer.Source() {
      private boolean read;

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (read) {
          return end.come();
        }
        read = true;
        System.arraycopy(FIRST, 0, into, offset, FIRST.length);
        return FIRST.length;
      }
    };
  }

  private static byte[] begin(ReadAhead ahead) throws IOException {
    byte[] into = new byte[10];
    return Arrays.copyOf(into, ahead.read(into, 0, into.length));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesTheBytesOfItsSourceInPiecesOfAnySize(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] all = new byte[3_000_000];
    random.nextBytes(all);
    SplittableRandom pieces = random.split();
    int[] given = {0};
    SlidingBuffer.Source source =
        (into, offset, length) -> {
          int count = Math.min(pieces.nextInt(0, length + 1), all.length - given[0]);
          System.arraycopy(all, given[0], into, offset, count);
          given[0] += count;
          return count == 0 && given[0] == all.length ? -1 : count;
        };
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (ReadAhead ahead = new ReadAhead(source)) {
      byte[] into = new byte[70_000];
      int count = 0;
      while (count >= 0) {
        read.write(into, 0, count);
        count = ahead.read(into, 0, 1 + random.nextInt(into.length));
      }
      assertThat(ahead.read(into, 0, into.length)).isEqualTo(-1);
    }
    assertThat(read.toByteArray()).isEqualTo(all);
  }

  @Test
  void aFailureComesBehindTheBytesBeforeIt() throws IOException {
    IOException failure = new IOException("the disk is gone");
    try (ReadAhead ahead =
        new ReadAhead(
            source(
                () -> {
                  throw failure;
                }))) {
      assertThat(begin(ahead)).isEqualTo(FIRST);
      assertThatThrownBy(() -> begin(ahead)).isSameAs(failure);
      assertThatThrownBy(() -> begin(ahead)).isSameAs(failure);
    }
  }

  @Test
  void whatAnUnpackerThrowsIsAStreamThatCannotBeRead() throws IOException {
    IllegalStateException thrown = new IllegalStateException("no such block");
    try (ReadAhead ahead =
        new ReadAhead(
            source(
                () -> {
                  throw thrown;
                }))) {
      assertThat(begin(ahead)).isEqualTo(FIRST);
      assertThatThrownBy(() -> begin(ahead)).isInstanceOf(IOException.class).hasCause(thrown);
    }
  }

  @Test
  void anErrorReachesTheReader() throws IOException {
    OutOfMemoryError error = new OutOfMemoryError("no room for a block");
    try (ReadAhead ahead =
        new ReadAhead(
            source(
                () -> {
                  throw error;
                }))) {
      assertThat(begin(ahead)).isEqualTo(FIRST);
      assertThatThrownBy(() -> begin(ahead)).isSameAs(error);
    }
  }
}
