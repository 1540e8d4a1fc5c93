package dev.watershed.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthSpanTest {

  private static final LocalDate START = LocalDate.of(2026, 10, 1);

  private static List<Integer> days(List<MonthSpan> spans) {
    return spans.stream().map(span -> (int) span.length().toDays()).toList();
  }

  @Test
  void halvesMeetAtTheDeploymentOfASimulatedMonth() {
    assertThat(MonthSpan.halves(START, 30).get(1).first()).isEqualTo(LocalDate.of(2026, 10, 16));
    assertThat(days(MonthSpan.halves(START, 30))).containsExactly(15, 15);
    assertThat(days(MonthSpan.halves(START, 31))).containsExactly(16, 15);
  }

  @Test
  void daysBehindTheLastFullWeekAreInNone() {
    List<MonthSpan> weeks = MonthSpan.weeks(START, 30);
    assertThat(days(weeks)).containsExactly(7, 7, 7, 7);
    assertThat(weeks.get(0).first()).isEqualTo(START);
    assertThat(weeks.get(3).until()).isEqualTo(LocalDate.of(2026, 10, 29));
  }

  @Test
  void theMonthIsAllOfIt() {
    assertThat(MonthSpan.whole(START, 30).length()).isEqualTo(Duration.ofDays(30));
  }
}
