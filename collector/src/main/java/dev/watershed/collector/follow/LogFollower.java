package dev.watershed.collector.follow;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Follows the slow log of one server: looks what was written since the last time, and puts a window
 * in place for every time slot that is over. What was read of the slot at hand stays in memory
 * until {@link #seal}; if the process ends before, it is read again. Not thread-safe.
 */
public final class LogFollower implements Follower {

  private static final int ATTEMPTS = 4;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** How long after its end a slot is kept open for what the server has not written yet. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FollowedLog log;
  private final LogFolder folder;
  private final WindowSealer sealer;
  private StepReading reading;

  private LogFollower(FollowedLog log, WindowSealer sealer) throws IOException {
    this.log = log;
    this.folder = new LogFolder(log.path(), log.options());
    this.sealer = sealer;
    this.reading = new StepReading(sealer.reader(), sealer.position());
  }

  /** A follower that goes on behind the last window in the sink. */
  public static LogFollower open(FollowedLog log, WindowSink sink) throws IOException {
    return new LogFollower(log, WindowSealer.open(log, sink));
  }

  /**
   * Reads what was written since the last time.
   *
   * @param ended whether nothing will be written to the log any more, so that its last event is
   *     complete
   * @param stopped asked after every window; what is left is read the next time
   * @throws IOException if the log cannot be read, or a window cannot be put in place; the next
   *     look begins behind the last one that is
   */
  @Override
  public FollowReport look(boolean ended, BooleanSupplier stopped) throws IOException {
    long windows = sealer.windows();
    long events = sealer.events();
    List<String> notes = new ArrayList<>();
    try {
      List<String> failures = attempts(ended, stopped, notes);
      return new FollowReport(
          sealer.windows() - windows, sealer.events() - events, notes, failures);
    } finally {
      sealer.abandon();
    }
  }

  /** Puts the window at hand in place, as far as it was read. */
  @Override
  public FollowReport seal() throws IOException {
    if (reading.reader().empty() || reading.position().isEmpty()) {
      return FollowReport.NOTHING;
    }
    long events = sealer.events();
    try {
      sealer.seal(reading.reader(), reading.position().get(), false);
      sealer.settle();
    } catch (IOException e) {
      goBack();
      throw e;
    }
    return new FollowReport(1, sealer.events() - events, List.of(), List.of());
  }

  /** The same, if its time slot is long over and nothing more came. */
  @Override
  public FollowReport sealIfOver(Instant now) throws IOException {
    Instant overSince = reading.reader().slotEnd().orElse(now).plus(PATIENCE);
    return overSince.isBefore(now) ? seal() : FollowReport.NOTHING;
  }

  /** Tries again where files were renamed or emptied in the middle of it. */
  private List<String> attempts(boolean ended, BooleanSupplier stopped, List<String> notes)
      throws IOException {
    String failure = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        LogFolder.Listing listing = folder.list();
        LogPlan plan = LogPlan.of(reading.position(), listing.files(), ended);
        if (!plan.lost() || attempt == ATTEMPTS) {
          List<String> failures = read(plan, listing, stopped, notes);
          sealer.settle();
          return failures;
        }
        // A file that is renamed while its folder is listed may be missing in the list.
        failure = log.name() + ": the file that was read last is gone";
      } catch (LogChangedException | NoSuchFileException e) {
        failure = String.valueOf(e.getMessage());
        goBack();
      } catch (IOException e) {
        goBack();
        throw e;
      }
      pause();
    }
    return List.of(failure);
  }

  /** Forgets what is not in place. */
  private void goBack() throws IOException {
    try {
      sealer.settle();
    } finally {
      reading = new StepReading(sealer.reader(), sealer.position());
    }
  }

  private List<String> read(
      LogPlan plan, LogFolder.Listing listing, BooleanSupplier stopped, List<String> notes)
      throws IOException {
    List<String> failures = new ArrayList<>(listing.unreadable());
    plan.problem().ifPresent(failures::add);
    if (plan.lost() && !failures.isEmpty()) {
      return failures;
    }
    plan.loss(log.name()).ifPresent(notes::add);
    reading.read(
        plan.steps(),
        OpenLog::of,
        List.of(),
        (position, step) -> {
          sealer.seal(reading.reader(), position, true);
          return !stopped.getAsBoolean();
        },
        notes);
    if (!reading.reader().touched() && reading.position().isEmpty()) {
      plan.foreign().ifPresent(failures::add);
    }
    return failures;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
