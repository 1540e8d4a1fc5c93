package dev.watershed.benchmarks.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameStemsTest {

  @ParameterizedTest
  @CsvSource({
    "slots, slot",
    "slot_prices_old, slot slot_price",
    "gibbonCourseClass, gibbon gibboncourse",
    "users_2, user users_2",
    "address, address",
    "bus, bus",
    "QRTZ_LOCKS, qrtz qrtz_lock",
  })
  void namesBeginWithTheirFirstWords(String name, String stems) {
    assertThat(NameStems.of(name)).isEqualTo(List.of(stems.split(" ", -1)));
  }
}
