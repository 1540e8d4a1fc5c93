package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueCountsTest {

  private static final List<SourceFile> FILES =
      List.of(
          new SourceFile("a.log", 1, 1, 0),
          new SourceFile("b.log", 1, 1, 0),
          new SourceFile("c.log", 1, 1, 0));

  @ParameterizedTest
  @CsvSource({
    "1, 50, 1, 60, b.log, 50",
    "1, 50, 1, 40, b.log, 40",
    "1, 50, 0, 60, a.log, 60",
    "1, 50, 2, 40, b.log, 50",
  })
  void theFirstPlaceIsTheLowestOffsetOfTheLowestFile(
      int file, long offset, int otherFile, long otherOffset, String path, long firstOffset) {
    Issue expected = new Issue(IssueReason.NO_USER, 5, path, firstOffset);
    IssueCounts counts = new IssueCounts();
    counts.add(IssueReason.NO_USER, 2, file, offset);
    counts.add(IssueReason.NO_USER, 3, otherFile, otherOffset);
    assertThat(counts.toIssues(FILES)).containsExactly(expected);
    IssueCounts merged = new IssueCounts();
    merged.add(IssueReason.NO_USER, 2, file, offset);
    IssueCounts other = new IssueCounts();
    other.add(IssueReason.NO_USER, 3, otherFile, otherOffset);
    merged.merge(other);
    assertThat(merged.toIssues(FILES)).containsExactly(expected);
  }

  @Test
  void aReasonThatNobodyKnowsIsOther() {
    for (IssueReason reason : IssueReason.values()) {
      assertThat(IssueReason.of(reason.key())).isEqualTo(reason);
    }
    assertThat(IssueReason.of("of a later version")).isEqualTo(IssueReason.OTHER);
  }

  @Test
  void whatLosesExecutionsIsCountedApart() {
    EnumSet<IssueReason> losing = EnumSet.allOf(IssueReason.class);
    losing.removeIf(reason -> !reason.losesExecutions());
    assertThat(losing)
        .containsExactlyInAnyOrder(
            IssueReason.THROTTLED,
            IssueReason.UNREADABLE_METRIC,
            IssueReason.LUMPED_BY_SERVER,
            IssueReason.HIDDEN_BY_SERVER);
  }
}
