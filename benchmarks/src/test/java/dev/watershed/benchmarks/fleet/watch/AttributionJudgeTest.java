package dev.watershed.benchmarks.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class AttributionJudgeTest {

  private static final String ANSWER =
      """
      {"attribution": {"queryTimeSeconds": 10, "openSeconds": 1, "unattributedSeconds": 2,
        "unseenServiceHighSeconds": 0.5,
        "servers": [{"samples": %d, "accounts": [1, 2, 3], "accountsAgreeing": 2}]},
       "services": [
        {"service": "shop", "queryTimeSeconds": 5, "lowSeconds": 4, "highSeconds": 6},
        {"service": "ghost", "queryTimeSeconds": 2, "lowSeconds": 1, "highSeconds": 3}]}
      """;

  private static AttributionJudge.Judgement judged(int samples) {
    Map<?, ?> answer =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build()).loadFromString(ANSWER.formatted(samples));
    return AttributionJudge.judge(
        "db", 9, answer, new TreeMap<>(Map.of("shop", 5e6, "mail", 1e6, "", 4e6)));
  }

  @Test
  void timeThatIsGivenToWhoSentNothingIsOutsideOfItsInterval() {
    List<JudgedService> services = judged(7).services();
    assertThat(services)
        .extracting(JudgedService::service)
        .containsExactly("", "ghost", "mail", "shop");
    assertThat(services.get(1).trueShare()).isZero();
    assertThat(services)
        .extracting(JudgedService::inside)
        .containsExactly(false, false, false, true);
  }

  @Test
  void whatWasCountedIsWhatTheStoreHolds() {
    AttributionJudge.Judgement judgement = judged(7);
    assertThat(judgement.countedSeconds()).isEqualTo(9);
    assertThat(judgement.attributedSeconds()).isEqualTo(10);
    assertThat(judgement.accounts()).isEqualTo(3);
    assertThat(judgement.agreeing()).isEqualTo(2);
  }

  @Test
  void withoutASampleNobodyIsJudged() {
    assertThat(judged(0).services()).isEmpty();
  }
}
