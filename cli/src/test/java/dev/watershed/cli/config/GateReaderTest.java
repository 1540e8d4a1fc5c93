package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.rules.gate.Ratchet;
import dev.watershed.rules.gate.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateReaderTest {

  private static final String SUPPRESSION =
      "{rule: full-scans, subject: \"*\", owner: core, reason: a sale, until: 2026-12-01}";

  @TempDir Path folder;

  @Test
  void everythingIsReadAlsoBesideAService() throws Exception {
    Files.writeString(folder.resolve("part.yaml"), "suppressions: [" + SUPPRESSION + "]\n");
    GateConfiguration gate =
        read(
            """
            include: [part.yaml]
            baseline: gate/baseline.yaml
            rules: [{rule: disk-sort, shadow: true}, {rule: full-scans, shadow: false}]
            ratchet: [{team: core, max: 3}, {team: core, rule: disk-sort, max: 0}]
            """);
    assertThat(gate.suppressions())
        .containsExactly(
            new Suppression(
                "full-scans", "*", "core", "a sale", LocalDate.of(2026, 12, 1), "part.yaml:1:23"));
    assertThat(gate.baseline().orElseThrow().name()).isEqualTo("gate/baseline.yaml");
    assertThat(gate.baseline().orElseThrow().path())
        .isEqualTo(folder.resolve("gate/baseline.yaml"));
    assertThat(gate.shadowed()).containsExactly("disk-sort");
    assertThat(gate.ratchets())
        .containsExactly(
            new Ratchet("core", Optional.empty(), 3),
            new Ratchet("core", Optional.of("disk-sort"), 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule: full-scans | rule: full-scan | there is no rule 'full-scan'; did you mean full-scans?",
        "2026-12-01 | soon | suppressions[0].until: 'soon' is no date",
        "reason: a sale, | '' | the key reason is missing",
      })
  void aBadSuppressionIsNamedWithItsPlace(String good, String bad, String message) {
    String text = "suppressions:\n  - " + SUPPRESSION.replace(good, bad) + "\n";
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("watershed.yaml:2:")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratchet: [{team: a, max: 1}, {team: a, max: 2}] | already a ratchet",
        "ratchet: [{team: a, max: -1}] | expected a whole number, 0 or more",
        "rules: [{rule: disk-sort, shadow: maybe}] | expected true or false",
      })
  void badRatchetsAndTrialsAreNamed(String text, String message) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining(message);
  }

  private GateConfiguration read(String text) throws IOException, ConfigurationException {
    Files.writeString(folder.resolve("watershed.yaml"), text);
    return ConfigurationReader.read("watershed.yaml", folder).gate();
  }
}
