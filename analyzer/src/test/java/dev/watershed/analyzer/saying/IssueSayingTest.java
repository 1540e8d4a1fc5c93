package dev.watershed.analyzer.saying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.IssueReason;
import org.junit.jupiter.api.Test;

/** Why a place of a source could not be taken as it stands. */
class IssueSayingTest {

  @Test
  void aReasonIsSaidByItsDescription() {
    assertThat(IssueSaying.of(IssueReason.TRUNCATED_END))
        .isEqualTo(Saying.of("issue.truncated-end", "the file ends inside an event"));
  }
}
