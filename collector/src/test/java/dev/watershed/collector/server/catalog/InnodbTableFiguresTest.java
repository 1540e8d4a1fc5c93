package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.catalog.query.InnodbStatisticsQuery.TableRow;
import dev.watershed.collector.server.catalog.query.TableKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InnodbTableFiguresTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  @Test
  void partitionsAreAddedUpAndAsOldAsTheOldest() {
    InnodbTableFigures figures =
        new InnodbTableFigures(
            List.of(
                row("t#p#a", Optional.of(NOW), OptionalLong.of(5)),
                row("t#p#b", Optional.of(NOW.minusSeconds(60)), OptionalLong.of(7)),
                row("u", Optional.of(NOW), OptionalLong.of(1))));

    assertThat(figures.of(new TableKey("s", "t")))
        .contains(
            new InnodbTableFigures.Figures(Optional.of(NOW.minusSeconds(60)), OptionalLong.of(12)));
    assertThat(figures.of(new TableKey("s", "v"))).isEmpty();
  }

  @Test
  void whatIsUnknownOfAPartIsUnknownOfAll() {
    InnodbTableFigures figures =
        new InnodbTableFigures(
            List.of(
                row("t#p#a", Optional.of(NOW), OptionalLong.of(5)),
                row("t#p#b", Optional.empty(), OptionalLong.empty())));

    assertThat(figures.of(new TableKey("s", "t")))
        .contains(new InnodbTableFigures.Figures(Optional.empty(), OptionalLong.empty()));
  }

  private static TableRow row(String table, Optional<Instant> countedAt, OptionalLong rows) {
    return new TableRow(new TableKey("s", table), countedAt, rows);
  }
}
