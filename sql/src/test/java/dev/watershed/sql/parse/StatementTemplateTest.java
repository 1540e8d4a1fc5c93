package dev.watershed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a FROM t WHERE b = 1 | COMPARED b",
        "SELECT a FROM t WHERE 1 < t.b | COMPARED t.b",
        "SELECT a FROM s.t x WHERE x.b <=> 'x' AND c > 3 | COMPARED x.b; COMPARED c",
        "SELECT a FROM t WHERE b IN (1, 2, 3) | COMPARED b",
        "SELECT a FROM t WHERE t.b NOT IN ('x') | COMPARED t.b",
        "SELECT a FROM t WHERE b BETWEEN 1 AND 9 AND c = 2 | COMPARED b; COMPARED b; COMPARED c",
        "SELECT a FROM t WHERE b NOT BETWEEN 1 AND 9 | COMPARED b; COMPARED b",
        "SELECT a FROM t WHERE b LIKE 'x%' AND c NOT LIKE 'y' | PATTERN b; PATTERN c",
        "SELECT a FROM t WHERE DATE(b) = '2026-01-01' | OTHER",
        "SELECT a FROM t WHERE b = LOWER('x') | OTHER",
        "SELECT 7, a FROM t LIMIT 5 | OTHER; LIMIT",
        "SELECT a FROM t LIMIT 10, 5 | OFFSET; LIMIT",
        "SELECT a FROM t LIMIT 5 OFFSET 10 | LIMIT; OFFSET",
        "SELECT a FROM t WHERE `status` = 1 | COMPARED status"
      })
  void tellsWhatALiteralIsFor(String sql, String expected) {
    assertThat(
            StatementTemplate.of(fingerprint(sql).text()).slots().stream()
                .map(
                    slot ->
                        (slot.role()
                                + " "
                                + slot.qualifier().map(name -> name + ".").orElse("")
                                + slot.column())
                            .strip())
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT t.a, COUNT(*) FROM s.t WHERE b = 1 AND c IN (1, 2) GROUP BY 1 LIMIT 3",
        "SELECT /*+ NO_RANGE_OPTIMIZATION(t) */ a FROM t WHERE b BETWEEN 1 AND 2",
        "SELECT `a b`, `select` FROM t WHERE x = _utf8mb4'x'",
        "SELECT a->>'$.x' FROM t WHERE NOT b <=> 2 ORDER BY a DESC LIMIT 2 OFFSET 3",
        "SELECT DISTINCT SUBSTRING(a, 1, 2) FROM t WHERE a LIKE 'x%' FOR UPDATE"
      })
  void isTheSameStatementWhenFilled(String sql) {
    StatementTemplate template = StatementTemplate.of(fingerprint(sql).text());
    String filled =
        template.filled(
            template.slots().stream()
                .map(slot -> slot.role() == LiteralSlot.Role.PATTERN ? "'y%'" : "4")
                .toList());
    Fingerprint again = fingerprint(filled);
    assertThat(again.text().replace("_charset ", ""))
        .isEqualTo(fingerprint(sql).text().replace("_charset ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"SELECT a FROM t WHERE b IN (1) AND c = 1"})
  void putsValuesInTheirPlaces(String sql) {
    assertThat(StatementTemplate.of(fingerprint(sql).text()).filled(List.of("1, 2, 3", "'it''s'")))
        .isEqualTo("SELECT a FROM t WHERE b IN( 1, 2, 3 ) AND c = 'it''s'");
  }

  private static Fingerprint fingerprint(String sql) {
    return Fingerprints.of(sql, SqlMode.standard());
  }
}
