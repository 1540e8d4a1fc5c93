package dev.watershed.reports.review.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans in the language of the page. */
class PageTimesTest {

  private static final Instant FIRST = Instant.parse("2026-11-23T02:16:41Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 2026-11-23T02:17:01Z | 23 Nov 2026, 02:16:41–02:17:01 UTC
          en | 2026-11-23T09:17:01Z | 23 Nov 2026, 02:16–09:17 UTC
          en | 2026-11-24T01:00:00Z | 23 Nov 2026 02:16 – 24 Nov 2026 01:00 UTC
          en | 2026-12-01T01:00:00Z | 23 Nov 2026 – 1 Dec 2026
          ja | 2026-11-23T02:17:01Z | 2026年11月23日 02:16:41–02:17:01 UTC
          ja | 2026-11-24T01:00:00Z | 2026年11月23日 02:16 – 2026年11月24日 01:00 UTC
          ja | 2026-12-01T01:00:00Z | 2026年11月23日 – 2026年12月1日
          """)
  void aSpanIsWritten(String language, String last, String written) {
    assertThat(
            PageTimes.span(
                FIRST, Instant.parse(last), PageWords.of(Locale.forLanguageTag(language))))
        .isEqualTo(written);
  }
}
