package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.rules.gate.Baseline;
import dev.watershed.rules.gate.BaselineEntry;
import dev.watershed.rules.gate.Missing;
import dev.watershed.rules.gate.Renames;
import dev.watershed.rules.gate.StaleAfter;
import dev.watershed.rules.verdict.ViolationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineReaderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackWithALinePerEntry() throws Exception {
    Baseline baseline =
        new Baseline(
            new StaleAfter(5, 20),
            new Renames(
                Map.of("a \"b\"", "c"), Map.of("x.*", "y.*"), Map.of("scans", "full-scans")),
            List.of(
                entry(
                    "no-primary-key::shop.odd\u2028\n\\name\u007f\u0081\u009f\ufeff\uffff\ud83d\ude00:PRIMARY"),
                new BaselineEntry(
                    ViolationKey.parse("scans:market:x.y:00ff"),
                    DAY,
                    Optional.of(new Missing(3, DAY)),
                    true)));
    String text = BaselineWriter.text(baseline);
    assertThat(read(text)).isEqualTo(baseline);
    assertThat(text.lines().filter(line -> line.startsWith("  - {key: \""))).hasSize(2);
    assertThat(read(BaselineWriter.text(Baseline.EMPTY))).isEqualTo(Baseline.EMPTY);
  }

  /** More than the 3 MiB of text that a YAML library takes by itself. */
  @Test
  void aBaselineOfFortyThousandEntriesIsReadBack() throws Exception {
    Baseline baseline =
        new Baseline(
            StaleAfter.USUAL,
            Renames.NONE,
            IntStream.range(0, 40_000)
                .mapToObj(
                    at ->
                        entry(
                            "full-scans:market:shop.a_table_with_a_long_name_"
                                + at
                                + ":bf2845cfb8967662"))
                .toList());
    String text = BaselineWriter.text(baseline);
    assertThat(text).hasSizeGreaterThan(3 << 20);
    assertThat(read(text).entries()).hasSize(40_000);
  }

  /** Line breaks are written as {@code ~}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: watershed.baseline/2~entries: []"
            + " | b.yaml:1:9: format: 'watershed.baseline/2'; expected one of watershed.baseline/1",
        "entries: [] | the key format is missing",
        "'' | b.yaml: is empty; expected format and entries",
        "format: watershed.baseline/1~entries:~  - {key: full-scan, since: 2026-11-24}"
            + " | b.yaml:3:11: entries[0].key: there is no rule 'full-scan'; did you mean full-scans?",
        "format: watershed.baseline/1~entries:~  - {key: lost-data, since: yesterday}"
            + " | b.yaml:3:29: entries[0].since: 'yesterday' is no date",
        "format: watershed.baseline/1~entries:~  - {key: lost-data, since: 2026-11-24}~"
            + "  - {key: lost-data, since: 2026-11-24}"
            + " | b.yaml:4:11: entries[1].key: the key is there twice: lost-data",
        "format: watershed.baseline/1~entries:~  - {key: lost-data, since: 2026-11-24, note: x}"
            + " | entries[0].note: unknown key; expected one of key, since, missing, keep",
        "format: watershed.baseline/1~renames: {rules: {x: y}}~entries: []"
            + " | b.yaml:2:22: renames.rules.x: there is no rule 'y'",
        "format: watershed.baseline/1~renames: {tables: {a.x: c.z, b.x: c.z}}~entries: []"
            + " | two tables cannot have become one",
      })
  void whatIsWrongIsNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('~', '\n')))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }

  private static BaselineEntry entry(String key) {
    return BaselineEntry.accepted(ViolationKey.parse(key), DAY);
  }

  private Baseline read(String text) throws IOException, ConfigurationException {
    Path file = folder.resolve("b.yaml");
    Files.writeString(file, text);
    return BaselineReader.read("b.yaml", file, BuiltInSettings.names());
  }
}
