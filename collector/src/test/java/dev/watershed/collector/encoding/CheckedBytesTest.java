package dev.watershed.collector.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CheckedBytesTest {

  private static final byte[] BYTES =
      CheckedBytes.of(new ByteWriter().number(7).optional(OptionalLong.of(-3)));

  @Test
  void valuesComeBackAndNothingElse() throws DamagedBytesException {
    CheckedBytes checked = CheckedBytes.read(BYTES);
    checked.verify();
    ByteReader values = checked.values();
    assertThat(values.number()).isEqualTo(7);
    assertThat(values.optional()).hasValue(-3);
    values.end();
  }

  @Test
  void aBitThatIsWrongIsSeen() throws DamagedBytesException {
    for (int i = 0; i < BYTES.length; i++) {
      byte[] damaged = BYTES.clone();
      damaged[i] ^= 16;
      CheckedBytes checked = CheckedBytes.read(damaged);
      assertThatThrownBy(checked::verify)
          .isInstanceOf(DamagedBytesException.class)
          .hasMessageContaining("wrong checksum");
    }
  }

  @Test
  void tooFewBytesAreSeen() {
    assertThatThrownBy(() -> CheckedBytes.read(new byte[8]))
        .isInstanceOf(DamagedBytesException.class)
        .hasMessageContaining("8 bytes");
  }

  @Test
  void anotherVersionIsNamedWithTheWayOut() {
    assertThatCode(() -> CheckedBytes.requireVersion(2, 2)).doesNotThrowAnyException();
    assertThatThrownBy(() -> CheckedBytes.requireVersion(3, 2))
        .isInstanceOf(DamagedBytesException.class)
        .hasMessageContaining("version 3; this Watershed reads version 2: go on with the one");
  }
}
