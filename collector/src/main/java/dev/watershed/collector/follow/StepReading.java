package dev.watershed.collector.follow;

import dev.watershed.collector.follow.FinishedLogs.FinishedLog;
import dev.watershed.collector.slowlog.WindowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of a log one after the other and says where each window ends. Knows how far the
 * log was read. Not thread-safe.
 */
final class StepReading {

  /** Is told that a window is full. */
  @FunctionalInterface
  interface WindowEnd {

    /**
     * Takes the window that was read.
     *
     * @param step the place in the steps of the file in which the next window begins
     * @return whether to go on
     */
    boolean take(LogPosition position, int step) throws IOException;
  }

  private final WindowReader reader;
  private Optional<LogPosition> position;

  /**
   * @param position how far the log was read; empty when nothing was read yet
   */
  StepReading(WindowReader reader, Optional<LogPosition> position) {
    this.reader = reader;
    this.position = position;
  }

  WindowReader reader() {
    return reader;
  }

  Optional<LogPosition> position() {
    return position;
  }

  /**
   * Reads all steps.
   *
   * @param passed the files before the first step that the position does not tell of
   * @return whether nobody stopped it
   */
  boolean read(
      List<LogPlan.Step> steps,
      OpenLog.Opener opener,
      List<LogFile> passed,
      WindowEnd end,
      List<String> notes)
      throws IOException {
    List<LogFile> before = new ArrayList<>(passed);
    for (int i = 0; i < steps.size(); i++) {
      LogPlan.Step step = steps.get(i);
      try (OpenLog bytes = opener.open(step)) {
        if (step.continues() || i == 0 && position.isEmpty()) {
          reader.goOn(bytes, step.from());
        } else {
          reader.goOver(bytes, step.possibleGap());
        }
        if (!readFile(step, bytes, i, before, end, notes)) {
          return false;
        }
      }
      before.add(step.file());
    }
    return true;
  }

  /** Reads the file that the reader has open. */
  boolean readFile(
      LogPlan.Step step,
      OpenLog bytes,
      int place,
      List<LogFile> passed,
      WindowEnd end,
      List<String> notes)
      throws IOException {
    // Who ends in the middle of a file has its beginning to tell of: nobody else reads that.
    boolean told = false;
    WindowReader.Stop stop = reader.read();
    while (stop == WindowReader.Stop.SLOT_END) {
      bytes.verify();
      move(step, passed);
      told = told || tell(step, notes);
      if (!end.take(position.orElseThrow(), place)) {
        return false;
      }
      stop = reader.read();
    }
    bytes.verify();
    move(step, passed);
    if (!told) {
      tell(step, notes);
    }
    bytes.damage().ifPresent(damage -> damaged(step, damage, notes));
    return true;
  }

  /** The position is in a file once something of it counts. */
  private void move(LogPlan.Step step, List<LogFile> passed) {
    if (step.continues() || reader.touched()) {
      position = Optional.of(moved(position, step, passed, reader.offset()));
      passed.clear();
    }
  }

  /** The position in a step's file, behind one in another file or none. */
  static LogPosition moved(
      Optional<LogPosition> position, LogPlan.Step step, List<LogFile> passed, long offset) {
    LogIdentity file = step.file().identity();
    FinishedLogs finished = position.map(LogPosition::finished).orElse(FinishedLogs.NONE);
    for (LogFile read : passed) {
      finished = finished.with(read.finished());
    }
    if (!step.continues() && position.isPresent() && !position.get().file().equals(file)) {
      finished = finished.with(new FinishedLog(position.get().file(), FinishedLogs.NOTHING));
    }
    return new LogPosition(file, offset, finished);
  }

  private void damaged(LogPlan.Step step, String damage, List<String> notes) {
    reader.damagedArchive();
    notes.add(
        step.file().path()
            + ": the compressed file is damaged or ends early ("
            + damage
            + "); what came before is counted");
  }

  /**
   * Tells how a file of which something counts goes on behind the one before.
   *
   * @return whether something of it counts
   */
  private boolean tell(LogPlan.Step step, List<String> notes) {
    boolean counts = reader.touched();
    if (step.possibleGap() && counts && !step.file().begins().banner()) {
      notes.add(
          step.file().path()
              + ": continues a log that was emptied in place; what was written between the copy and"
              + " that is lost. Rotate by renaming and FLUSH SLOW LOGS to lose nothing");
    }
    return counts;
  }
}
