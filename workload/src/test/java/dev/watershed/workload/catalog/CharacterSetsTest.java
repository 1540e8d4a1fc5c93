package dev.watershed.workload.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetsTest {

  @ParameterizedTest
  @CsvSource({
    "utf8mb4_0900_ai_ci, 4",
    "utf8mb3_general_ci, 3",
    "utf8_bin, 3",
    "ujis_japanese_ci, 3",
    "cp932_japanese_ci, 2",
    "sjis_bin, 2",
    "latin1_swedish_ci, 1",
    "binary, 1"
  })
  void aCollationNamesACharacterSet(String collation, int bytes) {
    assertThat(CharacterSets.bytesPerCharacter(CharacterSets.ofCollation(collation)))
        .isEqualTo(bytes);
  }
}
