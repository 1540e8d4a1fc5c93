package dev.watershed.workload.store.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMemoryTest {

  private static final byte[] CONTENT = new byte[1_000];

  /** Without memory for what it claims. */
  @ParameterizedTest
  @ValueSource(longs = {0, 999, 1_001, 900_000_000, 1L << 30, Long.MAX_VALUE, -2})
  void aLengthThatIsNotThatOfTheContentIsDamage(long claimed) {
    try (ColumnMemory memory = new ColumnMemory()) {
      assertThatThrownBy(() -> memory.decompressToScratch(column(claimed)))
          .isInstanceOf(UnreadableFileException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 1_000)
  void theContentIsReadWhereItsLengthIsRight(long claimed) throws UnreadableFileException {
    try (ColumnMemory memory = new ColumnMemory()) {
      assertThat(memory.decompressToScratch(column(claimed))).isEqualTo(ByteBuffer.wrap(CONTENT));
    }
  }

  private static ByteBuffer column(long claimed) {
    byte[] frame = Zstd.compress(CONTENT);
    return ByteBuffer.allocate(Long.BYTES + frame.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(claimed)
        .put(frame)
        .flip();
  }
}
