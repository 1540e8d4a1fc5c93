package dev.watershed.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.json.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantedVerdictsTest {

  private static final Truth.Case PLANTED =
      new Truth.Case(
          "x",
          ProblemKind.MISSING_INDEX,
          false,
          List.of("a.one", "b.two"),
          Optional.empty(),
          List.of("k"),
          List.of("shop"),
          List.of(0xaaL));

  @ParameterizedTest
  @CsvSource({
    "full-scans, full-scans:shop:a.one:1, 00000000000000aa, shop, true",
    "full-scans, full-scans:shop:a.one:1, 00000000000000bb, shop, false",
    "second-writer, second-writer::a.one:1, a.one, shop, true",
    "second-writer, second-writer::c.six:1, c.six, shop, false",
    "cross-owner-join, cross-owner-join:::1, 'a.one, b.two', shop, true",
    "cross-owner-join, cross-owner-join:::1, 'a.one, c.six', shop, false",
    "missing-index, 'missing-index::a.one:k, l', a.one, shop, true",
    "missing-index, missing-index::a.one:l, a.one, shop, false",
    "second-writer, second-writer::a.one_old:1, a.one_old, shop, false",
    "second-writer, second-writer::data.one:1, data.one, shop, false",
    "cross-owner-join, cross-owner-join:::1, 'a.one, b.two2', shop, false",
    "missing-index, missing-index::a.one:kk, a.one, shop, false",
    "missing-index, 'missing-index::a.one:kk, k', a.one, shop, true",
    "lock-wait-share, lock-wait-share:shop, shop, shop, true",
    "lock-wait-share, lock-wait-share:mail, mail, mail, false",
    "unattributed-share, unattributed-share, fleet, mail, true",
  })
  void aViolationIsOfACaseByWhatItsRuleIsAbout(
      String rule, String key, String subject, String service, boolean reported) {
    JsonNode check =
        JsonNode.parse(
            "check",
            """
            {"violations": [{"rule": "%s", "key": "%s", "subject": "%s", "services": ["%s"],
             "message": ""}]}
            """
                .formatted(rule, key, subject, service));
    assertThat(PlantedVerdicts.of(check).reported(PLANTED, rule)).isEqualTo(reported);
    assertThat(PlantedVerdicts.of(check).reported(PLANTED, "other-rule")).isFalse();
  }
}
