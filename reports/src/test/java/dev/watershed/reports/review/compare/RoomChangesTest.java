package dev.watershed.reports.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.section.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoomChangesTest {

  private static final int A_DAY = 96;

  /** A server whose load is a number of statements, and once more. */
  private static Optional<FleetUse> use(
      int points, double load, double peak, double days, long connections) {
    TreeMap<Long, Double> active = new TreeMap<>();
    for (long point = 0; point < points; point++) {
      active.put(point * 15, point == 1 ? peak : load);
    }
    ServerUse server =
        new ServerUse(
            "db",
            "db",
            new Series(active, 15),
            true,
            Optional.empty(),
            OptionalLong.of(2_000_000_000L),
            OptionalDouble.empty(),
            OptionalLong.of(connections),
            OptionalLong.empty(),
            OptionalLong.of(500),
            days,
            new ServerLimits(OptionalDouble.of(8), OptionalDouble.of(4e9), Optional.empty()));
    return Optional.of(
        new FleetUse(List.of(), List.of(), List.of(), List.of(server), List.of(), List.of()));
  }

  private static Map<String, Map<String, String>> rows(
      Optional<FleetUse> before, Optional<FleetUse> now) {
    DataTable table = RoomChanges.of(before, now, Rows.ENGLISH);
    return Rows.by(table, "resource");
  }

  @Test
  void needsStandBesideWhatTheServerHas() {
    Map<String, Map<String, String>> rows =
        rows(use(A_DAY, 1, 2, 2, 100), use(A_DAY, 3, 4, 2, 200));
    assertThat(rows.keySet())
        .containsExactlyInAnyOrder("processors", "tables in use in the buffer pool", "connections");
    assertThat(rows.get("processors"))
        .containsEntry("before", "2")
        .containsEntry("now", "4")
        .containsEntry("limit", "8")
        .containsEntry("share_before", "25.0 %")
        .containsEntry("share_now", "50.0 %")
        .containsEntry("change", "▲ more");
    assertThat(rows.get("connections"))
        .containsEntry("share_now", "40.0 %")
        .containsEntry("change", "▲ more");
    assertThat(rows.get("tables in use in the buffer pool"))
        .containsEntry("now", "2 GB")
        .containsEntry("change", "=");
  }

  @Test
  void aPeakWithoutMoreLoadIsChance() {
    assertThat(rows(use(A_DAY, 1, 2, 2, 100), use(A_DAY, 1, 7, 2, 100)).get("processors"))
        .containsEntry("now", "7")
        .containsEntry("change", "=");
  }

  @Test
  void lessThanADayTellsNothing() {
    Map<String, Map<String, String>> rows =
        rows(use(A_DAY, 1, 2, 0.5, 100), use(A_DAY / 2, 3, 4, 2, 200));
    assertThat(rows.get("processors")).containsEntry("change", "? cannot tell");
    assertThat(rows.get("connections")).containsEntry("change", "? cannot tell");
  }

  @Test
  void aServerThatTheEarlierSpanLackedCannotBeTold() {
    Map<String, Map<String, String>> rows = rows(Optional.empty(), use(A_DAY, 1, 2, 2, 100));
    assertThat(rows.get("processors"))
        .containsEntry("change", "? cannot tell")
        .containsEntry("before", "–")
        .containsEntry("now", "2");
  }
}
