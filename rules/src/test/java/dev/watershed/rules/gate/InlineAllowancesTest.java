package dev.watershed.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineAllowancesTest {

  private static final Set<String> RULES = Set.of("no-primary-key", "disk-sort");
  private static final LocalDate END = LocalDate.of(2027, 3, 31);
  private static final String TERMS = " no-primary-key until=2027-03-31 reason=\"a log; no key\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- watershed:allow no-primary-key until=2027-03-31 reason=\"a log; no key\"\n",
        "# watershed:allow no-primary-key reason=\"a log; no key\" until=2027-03-31\r\n",
        "/* watershed:allow no-primary-key until=2027-03-31 reason=\"a log; no key\" */\n",
        "/*\n * watershed:allow disk-sort, no-primary-key until=2027-03-31 reason=\"a log; no key\"\n */",
      })
  void aCommentAllowsTheStatementBehindIt(String comment) {
    InlineAllowances read =
        InlineAllowances.of(
            "a.sql", comment + "\nCREATE TABLE log (\n  at INT\n);\nSELECT 1;", RULES);
    assertThat(read.errors()).isEmpty();
    int first = (int) comment.lines().count() + (comment.endsWith("\n") ? 2 : 1);
    InlineAllowance only = read.all().get(0);
    assertThat(List.of(only.firstLine(), only.lastLine())).containsExactly(first, first + 2);
    assertThat(only.until()).isEqualTo(END);
    assertThat(only.reason()).isEqualTo("a log; no key");
    assertThat(state(read, first, END)).isEqualTo("suppressed");
    assertThat(state(read, first + 2, END)).isEqualTo("suppressed");
    assertThat(state(read, first + 3, END)).isEqualTo("nothing");
    assertThat(state(read, first, END.plusDays(1))).isEqualTo("new");
  }

  @Test
  void textsAndOtherCommentsAllowNothing() {
    InlineAllowances read =
        InlineAllowances.of(
            "a.sql",
            "SELECT '-- watershed:allow"
                + TERMS
                + "';\n-- see watershed:allow\n-- watershed:allowed\n",
            RULES);
    assertThat(read).isEqualTo(InlineAllowances.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-primary-key until=2027-03-31 | no reason",
        "no-primary-key until=2027-03-31 reason=\"\" | no reason",
        "no-primary-key until=2027-03-31 reason=because | no reason",
        "no-primary-key reason=\"until=2027-03-31\" | no until",
        "no-primary-key until=soon reason=\"x\" | is no date",
        "primary-key until=2027-03-31 reason=\"x\" | no rule 'primary-key'",
        "until=2027-03-31 reason=\"x\" | no rule; expected",
        "'' | no rule; expected",
      })
  void whatIsMissingOrWrongIsAnErrorWithItsLine(String said, String error) {
    InlineAllowances read =
        InlineAllowances.of("a.sql", "\n-- watershed:allow " + said + "\nSELECT 1;", RULES);
    assertThat(read.all()).isEmpty();
    assertThat(read.errors()).hasSize(1);
    assertThat(read.errors().get(0)).startsWith("a.sql:2: watershed:allow: ").contains(error);
  }

  @Test
  void oneThatNothingFollowsIsAnError() {
    assertThat(
            InlineAllowances.of("a.sql", "SELECT 1;\n-- watershed:allow" + TERMS, RULES).errors())
        .containsExactly("a.sql:2: watershed:allow: no statement follows it");
  }

  @Test
  void theEndAndWhatNothingViolatesAreSaid() {
    InlineAllowances read =
        InlineAllowances.of("a.sql", "-- watershed:allow" + TERMS + "\nSELECT 1;", RULES);
    var violation = Violations.of("no-primary-key").at(new Location("a.sql", 2, 1));
    assertThat(read.notes(List.of(violation), END.minusDays(15))).isEmpty();
    assertThat(read.notes(List.of(violation), END.minusDays(1)))
        .extracting(Saying::text)
        .containsExactly("a.sql:1: watershed:allow no-primary-key: ends tomorrow, on 2027-03-31");
    assertThat(read.notes(List.of(), END).get(0).text()).contains("nothing violates it");
  }

  private static String state(InlineAllowances read, int line, LocalDate today) {
    return read.apply(Violations.of("no-primary-key").at(new Location("a.sql", line, 3)), today)
        .map(each -> each.state().key())
        .orElse("nothing");
  }
}
