package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.observation.ServerState;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservedSectionsTest {

  private static List<String> row(Map<Figure, Long> figures) {
    ObservedFacts facts =
        new ObservedFacts(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new ServerState("booking-1", List.of(), figures)),
            List.of());
    return ObservedSections.of(facts, 0).get(0).rows().get(0);
  }

  @Test
  void aServerThatDoesNotTellAFigureHasNoZero() {
    assertThat(row(Map.of(Figure.SPAN_MICROS, 60_000_000L)))
        .containsExactly("booking-1", "", "1m00s", "–", "–", "–", "–", "–", "–");
    assertThat(row(Map.of(Figure.REDO_BYTES, 0L, Figure.ROW_LOCK_WAITS, 1_200L)))
        .contains("0 bytes", "1,200");
  }
}
