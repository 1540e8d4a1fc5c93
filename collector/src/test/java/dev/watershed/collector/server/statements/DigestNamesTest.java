package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestNamesTest {

  /** None, one, and so many that they are in several blocks. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000})
  void allComeBackInTheirOrder(int count) {
    Map<DigestKey, DigestName> expected = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      expected.put(key(i), name("SELECT größe" + i + " FROM a_table_with_a_long_name", i));
    }
    DigestNames names = DigestNames.of(expected);
    List<DigestKey> order = new ArrayList<>();
    names.forEach((key, name) -> order.add(key));

    assertThat(order).isEqualTo(List.copyOf(expected.keySet()));
    assertThat(names.keys()).isEqualTo(expected.keySet());
    assertThat(names.open()).isEqualTo(expected);
  }

  @Test
  void ofSeveralNamesOfARowTheFirstStays() {
    DigestNames.Builder builder = new DigestNames.Builder();
    builder.add(key(1), name("SELECT a", 1));
    builder.add(key(1), name("SELECT b", 2));

    assertThat(builder.build().open()).isEqualTo(Map.of(key(1), name("SELECT a", 1)));
  }

  private static DigestKey key(int number) {
    return new DigestKey("s" + number % 3, "%08x".formatted(number));
  }

  private static DigestName name(String text, int number) {
    return new DigestName(new Fingerprint(-number, text, number % 2 == 0), number % 3 == 0);
  }
}
