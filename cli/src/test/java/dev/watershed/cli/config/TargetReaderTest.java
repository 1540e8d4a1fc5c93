package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.analyzer.consolidation.distance.TargetArchitecture;
import dev.watershed.analyzer.consolidation.distance.TargetOwner;
import dev.watershed.analyzer.consolidation.distance.TargetPattern;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetReaderTest {

  private static final Set<String> SERVERS = Set.of("booking-1", "content");

  private static TargetArchitecture parse(String owners) throws ConfigurationException {
    return TargetReader.parse("t.yaml", "format: watershed.target/1\nowners:\n" + owners, SERVERS);
  }

  @Test
  void whatIsWrittenIsReadWithItsPlaces() throws ConfigurationException {
    TargetArchitecture target =
        parse(
            "  - owner: schedule\n    tables: [plan.slots, \"plan.slot_*\"]\n    schema: stock\n"
                + "    server: content\n  - {owner: market/gifts, tables: market.gifts_%}\n");
    TargetOwner schedule = target.owners().get(0);
    assertThat(schedule.owner()).isEqualTo("schedule");
    assertThat(schedule.schema()).contains("stock");
    assertThat(schedule.dataSet()).contains("content");
    assertThat(schedule.place()).isEqualTo("t.yaml:3:12");
    assertThat(schedule.tables())
        .extracting(TargetPattern::place)
        .containsExactly("t.yaml:4:14", "t.yaml:4:26");
    TargetOwner gifts = target.owners().get(1);
    assertThat(gifts.schema()).isEmpty();
    assertThat(gifts.tables())
        .extracting(each -> each.pattern().text())
        .containsExactly("market.gifts_*");
  }

  @Test
  void aTargetWithoutOwnersIsNone() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                TargetReader.parse(
                    "t.yaml", "format: watershed.target/1\nowners: []\n", Set.of("content")))
        .withMessageContaining("owners: expected at least one owner");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {owner: a, tables: slots}                     | t.yaml:3:24: owners[0].tables: 'slots' is no table pattern
          {owner: a, tables: [x.y, x.y]}                | x.y is named twice, first at t.yaml:3:25
          {owner: a, tables: []}                        | expected at least one table
          {tables: x.y}                                 | owner
          {owner: a}                                    | tables
          {owner: a, tables: x.y, sever: content}       | did you mean server
          {owner: a, tables: x.y, server: contents}     | there is no cluster or server contents; did you mean content?
          """)
  void whatIsWrongIsSaidWithItsPlace(String entry, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> parse("  - " + entry + "\n"))
        .withMessageContaining(message)
        .withMessageContaining("t.yaml:3:");
  }

  @Test
  void anotherFormatAndAnEmptyFileAreRefused() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> TargetReader.parse("t.yaml", "", SERVERS))
        .withMessageContaining("t.yaml: is empty");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> TargetReader.parse("t.yaml", "format: watershed.moves/1\nowners: []\n", SERVERS))
        .withMessageContaining("watershed.target/1");
  }
}
