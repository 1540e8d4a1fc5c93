package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.slowlog.TableCursor.Process;
import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.slowlog.LoggedStatement;
import dev.watershed.collector.slowlog.RowReader;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.IssueReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was read of a table since the last window: the rows so far, the position behind them, and
 * whose they are.
 */
final class TableReading {

  /** Uptimes are whole seconds. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final TableSealer sealer;
  private RowReader reader;
  private TablePositions positions;
  private Optional<Process> process;

  /** Goes on behind the last window in the sink. */
  TableReading(TableSealer sealer, SlowLogOptions options) throws IOException {
    this.sealer = sealer;
    CarriedState carried = sealer.cursor().map(TableCursor::carried).orElseGet(CarriedState::start);
    this.positions = sealer.cursor().map(TableCursor::positions).orElse(TablePositions.NONE);
    this.process = sealer.cursor().map(TableCursor::process);
    try {
      this.reader = new RowReader(options, RowsQuery.TABLE, carried, Query.ALIAS);
    } catch (DamagedBytesException e) {
      throw new IOException("its cursor is damaged: " + e.getMessage(), e);
    }
  }

  TablePositions positions() {
    return positions;
  }

  /** When the last statement ended, if a server wrote it. */
  OptionalLong lastMicros(ServerIdentity identity) {
    return otherServer(identity) ? OptionalLong.empty() : reader.carried().lastMicros();
  }

  /** The id of the server whose rows are not in place yet. */
  Optional<String> held() {
    return reader.empty() ? Optional.empty() : process.map(Process::server);
  }

  SlowLogOptions options() {
    return reader.options();
  }

  Optional<Instant> slotEnd() {
    return reader.slotEnd();
  }

  /** Whether another server wrote the rows so far. */
  boolean otherServer(ServerIdentity identity) {
    return process.isPresent() && !process.get().server().equals(identity.id());
  }

  /** Goes on with a table, which may be the one before. */
  void enter(TablePlan.Step step) {
    positions = positions.with(step.position());
    if (step.possibleGap()) {
      reader.issue(IssueReason.POSSIBLE_GAP, 0);
    }
  }

  /** Takes the next row of the table gone on with. */
  void take(LoggedStatement row, ServerIdentity identity) throws IOException {
    notice(row, identity);
    if (!reader.take(row)) {
      seal(true);
      reader.take(row);
    }
    positions = positions.with(positions.current().behind(row));
  }

  /** Notices that the row is of another process than the one before. */
  private void notice(LoggedStatement row, ServerIdentity identity) {
    Process now = new Process(identity.id(), identity.startedAt());
    if (process.isEmpty() || otherServer(identity)) {
      if (process.isPresent()) {
        reader.newProcess(IssueReason.OTHER_SERVER, row.number());
      }
      process = Optional.of(now);
      return;
    }
    Instant ended = Instant.EPOCH.plus(row.endMicros(), ChronoUnit.MICROS);
    boolean later =
        now.startedAt().isAfter(process.get().startedAt().plus(TOLERANCE))
            && !ended.isBefore(now.startedAt());
    if (later) {
      reader.newProcess(IssueReason.RESTART, row.number());
      process = Optional.of(now);
    }
  }

  /** Puts the window at hand in place, if there is anything in it. */
  boolean seal(boolean slotOver) throws IOException {
    if (reader.empty() || process.isEmpty()) {
      return false;
    }
    sealer.seal(
        reader.take(), new TableCursor(positions, process.get(), reader.carried()), slotOver);
    return true;
  }
}
