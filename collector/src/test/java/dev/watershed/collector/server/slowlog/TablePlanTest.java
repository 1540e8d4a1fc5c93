package dev.watershed.collector.server.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.slowlog.TableCursor.Process;
import dev.watershed.collector.server.slowlog.TablePlan.Step;
import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.slowlog.LoggedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TablePlanTest {

  private static final LoggedStatement OLD = row(1_000);
  private static final LoggedStatement NEW = row(5_000);
  private static final LoggedStatement NEWER = row(9_000);

  private static LoggedStatement row(long endMicros) {
    return new LoggedStatement(
        0, endMicros, "u[u] @ h []", 1, "s", 2, 3, 4, 5, OptionalLong.empty(), new byte[] {'x'});
  }

  private static TablePosition read(LoggedStatement first, long rows) {
    return new TablePosition("one", TablePosition.hash(first), rows, 77);
  }

  private static List<Step> plan(
      TablePositions positions, Optional<LoggedStatement> first, Optional<LoggedStatement> backup) {
    return TablePlan.of("one", own(positions), first, backup, OptionalLong.of(3_000)).steps();
  }

  @Test
  void aKnownTableGoesOn() {
    TablePositions positions = TablePositions.NONE.with(read(OLD, 5));
    assertThat(plan(positions, Optional.of(OLD), Optional.empty()))
        .containsExactly(new Step("mysql.slow_log", read(OLD, 5), false));
  }

  @Test
  void aRenamedTableComesBeforeTheNewOne() {
    TablePositions positions = TablePositions.NONE.with(read(OLD, 5));
    assertThat(plan(positions, Optional.of(NEW), Optional.of(OLD)))
        .containsExactly(
            new Step("mysql.slow_log_backup", read(OLD, 5), false),
            new Step("mysql.slow_log", beginning(NEW), false));
    assertThat(plan(positions, Optional.empty(), Optional.of(OLD)))
        .containsExactly(new Step("mysql.slow_log_backup", read(OLD, 5), false));
  }

  @Test
  void anEmptiedTableIsAPossibleGap() {
    TablePositions positions = TablePositions.NONE.with(read(OLD, 5));
    assertThat(plan(positions, Optional.of(NEW), Optional.empty()))
        .containsExactly(new Step("mysql.slow_log", beginning(NEW), true));
    assertThat(plan(positions, Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aTableRenamedTwiceIsReadWithAGapBeforeIt() {
    TablePositions positions = TablePositions.NONE.with(read(OLD, 5));
    assertThat(plan(positions, Optional.of(NEWER), Optional.of(NEW)))
        .containsExactly(
            new Step("mysql.slow_log_backup", beginning(NEW), true),
            new Step("mysql.slow_log", beginning(NEWER), false));
  }

  @Test
  void anOlderBackupIsLeftAlone() {
    TablePositions positions = TablePositions.NONE.with(read(NEW, 5));
    assertThat(plan(positions, Optional.of(NEWER), Optional.of(OLD)))
        .containsExactly(new Step("mysql.slow_log", beginning(NEWER), true));
    TablePositions both = TablePositions.NONE.with(read(OLD, 9)).with(read(NEW, 5));
    assertThat(plan(both, Optional.of(NEW), Optional.of(OLD)))
        .containsExactly(new Step("mysql.slow_log", read(NEW, 5), false));
  }

  @Test
  void theFirstRunReadsEverything() {
    assertThat(
            TablePlan.of(
                    "one",
                    own(TablePositions.NONE),
                    Optional.of(NEW),
                    Optional.of(OLD),
                    OptionalLong.empty())
                .steps())
        .containsExactly(
            new Step("mysql.slow_log_backup", beginning(OLD), false),
            new Step("mysql.slow_log", beginning(NEW), false));
  }

  @Test
  void anotherServerHasTablesOfItsOwn() {
    TablePositions positions = TablePositions.NONE.with(read(OLD, 5));
    assertThat(
            TablePlan.of(
                    "two", own(positions), Optional.of(NEW), Optional.empty(), OptionalLong.of(1))
                .steps())
        .containsExactly(
            new Step(
                "mysql.slow_log", TablePosition.beginning("two", TablePosition.hash(NEW)), false));
  }

  @Test
  void aServerWithAnotherIdentityGoesOnWithItsTable() {
    TablePositions positions = TablePositions.NONE.with(read(OLD, 5));
    assertThat(
            TablePlan.of(
                    "two", own(positions), Optional.of(OLD), Optional.empty(), OptionalLong.of(1))
                .steps())
        .containsExactly(new Step("mysql.slow_log", read(OLD, 5).of("two"), false));
  }

  @Test
  void aTableGoesOnWhereAnotherNameStopped() {
    TablePositions further = TablePositions.NONE.with(read(OLD, 9));
    KnownTables known = new KnownTables(TablePositions.NONE.with(read(OLD, 5)), List.of(further));
    assertThat(TablePlan.of("one", known, Optional.of(OLD), Optional.empty(), OptionalLong.of(1)))
        .isEqualTo(new TablePlan(List.of(new Step("mysql.slow_log", read(OLD, 9), false))));
    assertThat(
            TablePlan.of("one", known, Optional.of(NEW), Optional.of(OLD), OptionalLong.of(1))
                .steps())
        .containsExactly(
            new Step("mysql.slow_log_backup", read(OLD, 9), false),
            new Step("mysql.slow_log", beginning(NEW), false));
  }

  @Test
  void anEmptiedTableThatAnotherNameReadIsAPossibleGap() {
    KnownTables known =
        new KnownTables(TablePositions.NONE, List.of(TablePositions.NONE.with(read(OLD, 9))));
    assertThat(
            TablePlan.of("one", known, Optional.of(NEW), Optional.empty(), OptionalLong.empty())
                .steps())
        .containsExactly(new Step("mysql.slow_log", beginning(NEW), true));
  }

  @Test
  void aCursorIsTheSameAgainAndDamageIsNoticed() throws Exception {
    TableCursor cursor =
        new TableCursor(
            TablePositions.NONE.with(read(OLD, 9)).with(read(NEW, 5)),
            new Process("one", Instant.parse("2026-11-23T10:00:00Z")),
            CarriedState.start());
    byte[] bytes = cursor.encode();
    assertThat(TableCursor.decode(bytes)).isEqualTo(cursor);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 4;
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> TableCursor.decode(damaged))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void settingsSayWhatTheLogHolds() {
    LogSettings all =
        LogSettings.of(
            Map.of(
                "slow_query_log", "ON", "log_output", "FILE,TABLE", "long_query_time", "0.000000"));
    assertThat(all.lack()).isEmpty();
    assertThat(all.longQueryTimeSeconds()).isEqualTo(OptionalDouble.of(0));
    LogSettings some =
        LogSettings.of(
            Map.of(
                "slow_query_log",
                "ON",
                "log_output",
                "FILE",
                "long_query_time",
                "0.5",
                "min_examined_row_limit",
                "100",
                "log_slow_rate_limit",
                "20"));
    assertThat(some.lack()).hasValueSatisfying(lack -> assertThat(lack).contains("lacks TABLE"));
    assertThat(some.longQueryTimeSeconds()).isEmpty();
    assertThat(some.sampleRate()).isEqualTo(OptionalLong.of(20));
    assertThat(LogSettings.of(Map.of()).lack())
        .hasValueSatisfying(lack -> assertThat(lack).contains("slow_query_log = ON"));
  }

  private static KnownTables own(TablePositions positions) {
    return new KnownTables(positions, List.of());
  }

  private static TablePosition beginning(LoggedStatement first) {
    return TablePosition.beginning("one", TablePosition.hash(first));
  }
}
