package dev.watershed.collector.follow;

import java.util.ArrayList;
import java.util.List;

/**
 * What a look at a log gave.
 *
 * @param windows how many windows were put in place
 * @param events how many events they hold
 * @param notes what the user should know, a sentence each
 * @param failures why something could not be read, a sentence each
 * @param missedLooks how many looks the windows lack because of failures: others read what was
 *     there to read then, but not as it was then
 */
public record FollowReport(
    long windows, long events, List<String> notes, List<String> failures, long missedLooks) {

  /** Nothing happened. */
  public static final FollowReport NOTHING = new FollowReport(0, 0, List.of(), List.of());

  public FollowReport {
    notes = List.copyOf(notes);
    failures = List.copyOf(failures);
  }

  /** Of looks that were made, or are made up for by the next one. */
  public FollowReport(long windows, long events, List<String> notes, List<String> failures) {
    this(windows, events, notes, failures, 0);
  }

  /** The same with other failures. */
  public FollowReport failing(List<String> reasons) {
    return new FollowReport(windows, events, notes, reasons, missedLooks);
  }

  /** This and what came after it; failures are those of the later one. */
  public FollowReport then(FollowReport later) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(later.notes);
    return new FollowReport(
        windows + later.windows,
        events + later.events,
        all,
        later.failures,
        missedLooks + later.missedLooks);
  }
}
