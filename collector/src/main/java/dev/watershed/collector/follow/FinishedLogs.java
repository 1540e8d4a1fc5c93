package dev.watershed.collector.follow;

import java.util.ArrayList;
import java.util.List;

/**
 * The logs that were read to their end. Bounded: of those that are not listed any more, the latest
 * beginning is kept, and whatever began until then counts as read.
 *
 * @param logs in the order in which they were finished
 * @param forgottenMicros the latest beginning of a log that is not listed any more, in microseconds
 *     since 1970; {@link #NOTHING} when there is none
 */
public record FinishedLogs(List<FinishedLog> logs, long forgottenMicros) {

  /**
   * A log that was read to its end.
   *
   * @param beganMicros when its first event ended; {@link #NOTHING} when unknown
   */
  public record FinishedLog(LogIdentity identity, long beganMicros) {}

  /** No time. */
  public static final long NOTHING = Long.MIN_VALUE;

  /** The most logs listed. */
  public static final int MOST_LOGS = 512;

  /** Nothing was read yet. */
  public static final FinishedLogs NONE = new FinishedLogs(List.of(), NOTHING);

  public FinishedLogs {
    logs = List.copyOf(logs);
    if (logs.size() > MOST_LOGS) {
      throw new IllegalArgumentException(logs.size() + " finished logs");
    }
  }

  /** These and one more. */
  public FinishedLogs with(FinishedLog log) {
    if (lists(log.identity())) {
      return this;
    }
    List<FinishedLog> more = new ArrayList<>(logs);
    more.add(log);
    if (more.size() <= MOST_LOGS) {
      return new FinishedLogs(more, forgottenMicros);
    }
    FinishedLog oldest = more.remove(0);
    return new FinishedLogs(more, Math.max(forgottenMicros, oldest.beganMicros()));
  }

  /** Whether a log was read to its end. */
  public boolean contains(LogFile file) {
    boolean forgotten =
        file.beganMicros().isPresent() && file.beganMicros().getAsLong() <= forgottenMicros;
    return forgotten || lists(file.identity());
  }

  private boolean lists(LogIdentity identity) {
    return logs.stream().anyMatch(log -> log.identity().equals(identity));
  }
}
