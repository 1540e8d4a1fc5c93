package dev.watershed.benchmarks.fleet.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {

  @Test
  void readsColumnsAndKeys() {
    List<Table> tables =
        TableReader.read(
            """
            # a comment
            booking.visits 20
              id id as INT UNSIGNED
              member_id? ref member.members
              code code V as VARCHAR(20) COLLATE utf8mb4_general_ci
              unique uk_visits_code code
              foreign fk_visits_member member_id member.members cascade
              autoincrement 90

            booking.marks 0
              token uuid
              primary token
            """);
    assertThat(tables).hasSize(2);
    assertThat(tables.get(0).ddl())
        .isEqualTo(
            """
            CREATE TABLE booking.visits (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT,
              member_id BIGINT UNSIGNED NULL,
              code VARCHAR(20) COLLATE utf8mb4_general_ci NOT NULL,
              PRIMARY KEY (id),
              UNIQUE KEY uk_visits_code (code),
              CONSTRAINT fk_visits_member FOREIGN KEY (member_id) REFERENCES member.members (id) ON DELETE CASCADE
            ) AUTO_INCREMENT=90\
            """);
    assertThat(tables.get(1).primaryKey()).containsExactly("token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a.b 1;  id id;  key k other | a.b has no columns [other]",
        "a.b 1;  id id;  id uuid | columns or rows of a.b",
        "a.b 1;  x strange | No enum constant",
        "a.b 1;  x int 1..2 VARCHAR(3) | 'as TYPE' is missing",
        "ab 1;  id id | 'ab' is no schema.table",
      })
  void refusesWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> TableReader.read(text.replace(";", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
