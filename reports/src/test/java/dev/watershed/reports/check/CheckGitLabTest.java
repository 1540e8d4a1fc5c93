package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watershed.rules.gate.GateResult;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code quality report: the fields that GitLab asks for. */
class CheckGitLabTest {

  private static final Set<String> SEVERITIES =
      Set.of("info", "minor", "major", "critical", "blocker");

  static List<GateResult> results() {
    return SarifSchemaTest.results();
  }

  @ParameterizedTest
  @MethodSource("results")
  void everyProblemHasWhatGitLabAsksFor(GateResult result) throws IOException {
    for (JsonNode each : written(result)) {
      assertThat(each.get("description").asText()).isNotEmpty().doesNotContain("\n", "\u001b");
      assertThat(each.get("check_name").asText()).isNotEmpty();
      assertThat(each.get("fingerprint").asText()).matches("[0-9a-f]{32}");
      assertThat(each.get("severity").asText()).isIn(SEVERITIES);
      assertThat(each.at("/location/path").asText()).isNotEmpty().doesNotStartWith("./");
      assertThat(each.at("/location/lines/begin").asInt()).isPositive();
    }
  }

  @Test
  void whatIsAcceptedIsNoProblemAndEachHasItsOwnFingerprint() throws IOException {
    JsonNode problems = written(GateFixture.all());
    Set<String> fingerprints = new HashSet<>();
    problems.forEach(each -> fingerprints.add(each.get("fingerprint").asText()));
    assertThat(fingerprints).hasSize(problems.size());
    assertThat(problems.findValuesAsText("check_name"))
        .doesNotContain("second-writer", "locking-scan")
        .contains("own-rule", "sensitive-read");
    assertThat(written(GateFixture.clean())).isEmpty();
    assertThat(written(GateFixture.blind())).hasSize(1);
  }

  private static JsonNode written(GateResult result) throws IOException {
    return new ObjectMapper()
        .readTree(Written.of(stream -> new CheckGitLab(GateFixture.PLACES).write(result, stream)));
  }
}
