package dev.watershed.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictRecordTextTest {

  private static final VerdictRecord RECORD =
      new VerdictRecord(
          Instant.parse("2026-11-23T00:00:00Z"),
          Instant.parse("2026-11-24T00:00:00Z"),
          new TreeSet<>(List.of("budget-p95", "no-primary-key")),
          List.of(new VerdictRecord.Unsure("no-primary-key", "booking 1")),
          new TreeSet<>(List.of("budget-p95:market", "no-primary-key::shop.a\\nb\nc")),
          new TreeSet<>(List.of("budget-p95:member")));

  @Test
  void whatIsWrittenIsReadBack() {
    String text = VerdictRecordText.of(RECORD);
    assertThat(VerdictRecordText.parse(text)).isEqualTo(RECORD);
    assertThat(text).startsWith("watershed.verdicts/1\nfrom 2026-11-23T00:00:00Z\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "watershed.verdicts/2\nend 1\n", "watershed.verdicts/1\nend 1\n"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> VerdictRecordText.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyBeginningOfATextIsRefused() {
    String text = VerdictRecordText.of(RECORD);
    for (int end = 0; end < text.length(); end++) {
      String part = text.substring(0, end);
      assertThatThrownBy(() -> VerdictRecordText.parse(part))
          .as("%d characters", end)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
