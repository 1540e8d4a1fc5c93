package dev.watershed.collector.follow;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.slowlog.WindowReader;
import dev.watershed.workload.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a stretch of a log without having read what stands before it: the windows that begin in it,
 * each of them whole. Where the first of them begins, and with what state, is a guess; what is read
 * from there on is what anybody reads who begins there with that state. So the windows of a stretch
 * hold if whoever read the stretch before ended at an equal {@link WindowStart}; otherwise they are
 * read again from where that one ended.
 */
public final class StretchReader {

  /** Takes the windows, in their order; they are numbered from 1. */
  @FunctionalInterface
  public interface Windows {

    /**
     * Takes a window.
     *
     * @return whether to go on, if more follows: who has enough ends here, wherever here is
     */
    boolean put(CollectedWindow window) throws IOException;
  }

  /**
   * What was read.
   *
   * @param end where the next window begins; empty at the end of the log
   * @param windows how many were read
   * @param events how many events they hold
   * @param notes what the user should know, a sentence each
   * @param anything whether anything of the log counts
   */
  public record Read(
      Optional<WindowStart> end, long windows, long events, List<String> notes, boolean anything) {

    public Read {
      notes = List.copyOf(notes);
    }
  }

  private final FollowedLog log;
  private final List<LogPlan.Step> steps;
  private final Optional<LogCursor> sealed;
  private final OpenLog.Opener opener;

  /**
   * @param steps the whole plan of the log
   * @param sealed how far the log is in the store
   */
  public StretchReader(
      FollowedLog log,
      List<LogPlan.Step> steps,
      Optional<LogCursor> sealed,
      OpenLog.Opener opener) {
    this.log = log;
    this.steps = List.copyOf(steps);
    this.sealed = sealed;
    this.opener = opener;
  }

  /**
   * Guesses where the first window begins that begins in a stretch. What is read before it is
   * thrown away: it tells the transactions that are open there, the time and the schema.
   *
   * @param from where the stretch begins, inside the log
   * @param to where the next one does
   * @return empty if no window seems to begin in the stretch
   */
  public Optional<WindowStart> guess(LogPlace from, LogPlace to) throws IOException {
    LogPlan.Step step = steps.get(from.step());
    long end = to.step() == from.step() ? to.offset() : Long.MAX_VALUE;
    boolean fileStart = from.offset() == 0;
    try (OpenLog bytes = opener.open(at(step, fileStart ? 0 : from.offset() - 1))) {
      WindowReader reader = readerWith(CarriedState.start().withSchema(schemaGuess(from)));
      if (fileStart) {
        reader.goOver(bytes, step.possibleGap());
      } else if (!reader.goGuessing(bytes, from.offset(), end)) {
        return Optional.empty();
      }
      reader.endAt(end);
      if (reader.read() != WindowReader.Stop.SLOT_END || reader.offset() >= end) {
        return Optional.empty();
      }
      LogPosition position = position(from.step(), reader.offset());
      return Optional.of(
          new WindowStart(from.step(), reader.offset(), cursor(position, reader.carried())));
    }
  }

  /**
   * Reads from where the log was read last, or from its beginning.
   *
   * @param to the last window is the first one that ends there or behind it …
   * @param meets … where the next one begins as this says
   * @param windows may end it before
   */
  public Read readFirst(LogPlace to, Predicate<WindowStart> meets, Windows windows)
      throws IOException {
    return new Stretch(sealed, 0, to, meets, windows).read(steps);
  }

  /** Reads from where a window begins. */
  public Read readFrom(
      WindowStart start, LogPlace to, Predicate<WindowStart> meets, Windows windows)
      throws IOException {
    List<LogPlan.Step> left = new ArrayList<>(steps.subList(start.step(), steps.size()));
    left.set(0, at(left.get(0), start.offset()));
    LogCursor cursor = decoded(start);
    return new Stretch(Optional.of(cursor), start.step(), to, meets, windows).read(left);
  }

  private LogCursor decoded(WindowStart start) throws IOException {
    try {
      return CursorBytes.decode(start.cursor());
    } catch (DamagedBytesException e) {
      throw new IOException(log.server() + ": its cursor is damaged: " + e.getMessage(), e);
    }
  }

  private static LogPlan.Step at(LogPlan.Step step, long offset) {
    return new LogPlan.Step(step.file(), offset, step.grows(), true, false);
  }

  private String schemaGuess(LogPlace place) {
    int told = place.offset() > 0 ? place.step() : place.step() - 1;
    return told < 0 ? "" : SchemaGuess.of(steps.get(told).file().head());
  }

  /** The position of whoever read everything before. */
  private LogPosition position(int step, long offset) {
    Optional<LogPosition> position = sealed.map(LogCursor::position);
    List<LogFile> passed = List.of();
    for (LogPlan.Step read : steps.subList(0, step)) {
      position = Optional.of(StepReading.moved(position, read, passed, 0));
      passed = List.of(read.file());
    }
    return StepReading.moved(position, steps.get(step), passed, offset);
  }

  private WindowReader readerWith(CarriedState carried) throws IOException {
    try {
      return new WindowReader(log.options(), log.name(), carried);
    } catch (DamagedBytesException e) {
      throw new IOException(log.server() + ": its cursor is damaged: " + e.getMessage(), e);
    }
  }

  private static byte[] cursor(LogPosition position, CarriedState carried) {
    return CursorBytes.encode(new LogCursor(position, carried));
  }

  /** One reading. */
  private final class Stretch {

    private final int firstStep;
    private final LogPlace to;
    private final Predicate<WindowStart> meets;
    private final Windows windows;
    private final StepReading reading;
    private Optional<CarriedState> before;
    private Optional<WindowStart> end = Optional.empty();
    private long count;
    private long events;

    Stretch(
        Optional<LogCursor> cursor,
        int firstStep,
        LogPlace to,
        Predicate<WindowStart> meets,
        Windows windows)
        throws IOException {
      this.firstStep = firstStep;
      this.to = to;
      this.meets = meets;
      this.windows = windows;
      this.before = cursor.map(LogCursor::carried);
      this.reading =
          new StepReading(
              readerWith(before.orElseGet(CarriedState::start)), cursor.map(LogCursor::position));
    }

    Read read(List<LogPlan.Step> left) throws IOException {
      List<String> notes = new ArrayList<>();
      boolean ended = reading.read(left, opener, List.of(), this::take, notes);
      WindowReader reader = reading.reader();
      if (ended && !reader.empty() && reading.position().isPresent()) {
        put(new LogCursor(reading.position().get(), reader.carried()), false);
      }
      boolean anything = reader.touched() || reading.position().isPresent();
      return new Read(end, count, events, notes, anything);
    }

    private boolean take(LogPosition position, int step) throws IOException {
      WindowReader reader = reading.reader();
      LogCursor next = new LogCursor(position, reader.carried());
      // Nobody else begins before the first event of a file.
      boolean inside = reader.touched();
      WindowStart start =
          new WindowStart(firstStep + step, reader.offset(), CursorBytes.encode(next));
      boolean more = put(next, true);
      if (inside && (!more || !start.before(to) && meets.test(start))) {
        end = Optional.of(start);
        return false;
      }
      return true;
    }

    private boolean put(LogCursor next, boolean slotOver) throws IOException {
      CollectedWindow window =
          CollectedWindow.ofLog(
              log.server(), count + 1, reading.reader().take(), before, next, slotOver);
      before = Optional.of(next.carried());
      count++;
      events += window.workload().sources().stream().mapToLong(SourceFile::events).sum();
      return windows.put(window);
    }
  }
}
