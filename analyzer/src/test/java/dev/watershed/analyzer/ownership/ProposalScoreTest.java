package dev.watershed.analyzer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalScoreTest {

  @ParameterizedTest(name = "{0} writes, share {1}, {2} s, reads {3}, name {4}, indirect {5}")
  @CsvSource({
    "1,      1,    60,      false, '',    false, LOW",
    "50,     1,    60,      true,  '',    false, LOW",
    "200,    1,    60,      true,  '',    false, MEDIUM",
    "5000,   0.8,  60,      true,  '',    false, MEDIUM",
    "5000,   0.96, 86400,   true,  '',    false, HIGH",
    "5000,   0.96, 86400,   true,  false, false, MEDIUM",
    "5000,   0.96, 86400,   true,  '',    true,  MEDIUM",
    "200,    0.96, 700000,  false, true,  false, HIGH",
  })
  void confidenceGrowsWithWhatWasSeen(
      double writes,
      double share,
      double seconds,
      boolean reads,
      String name,
      boolean indirect,
      Confidence expected) {
    Optional<Boolean> agrees =
        name.isEmpty() ? Optional.empty() : Optional.of(Boolean.valueOf(name));
    assertThat(new ProposalScore(writes, share, seconds, reads, agrees, indirect).confidence())
        .isEqualTo(expected);
  }
}
