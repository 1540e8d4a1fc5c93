package dev.watershed.sql.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = 1 AND (b > 2 AND lower(c) = 'x')|3|a b c|a b c",
        "a = 1 OR b = d + e|1|a b|a b d e",
        "a = 1 AND (b = 2 OR c = d)|2|a b c|a b c d",
        "a = b AND CASE WHEN c > d THEN e ELSE f END|2|a|a b c d e f",
      })
  void itsPartsAreFoundBehindAndAndOr(
      String where, int conjuncts, String compared, String references) {
    Condition condition =
        Understanding.of(
                Fingerprints.of("SELECT 1 FROM t WHERE " + where, SqlMode.standard()).text(),
                false,
                Optional.of("shop"),
                SchemaView.NONE)
            .blocks()
            .get(0)
            .where();
    assertThat(condition.conjuncts()).hasSize(conjuncts);
    assertThat(
            condition
                .predicates()
                .map(predicate -> predicate.side().column().column())
                .collect(Collectors.joining(" ")))
        .isEqualTo(compared);
    assertThat(
            condition.references().map(ColumnRef::column).sorted().collect(Collectors.joining(" ")))
        .isEqualTo(references);
  }
}
