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
 */
public record FollowReport(long windows, long events, List<String> notes, List<String> failures) {

  /** Nothing happened. */
  public static final FollowReport NOTHING = new FollowReport(0, 0, List.of(), List.of());

  public FollowReport {
    notes = List.copyOf(notes);
    failures = List.copyOf(failures);
  }

  /** The same with other failures. */
  public FollowReport failing(List<String> reasons) {
    return new FollowReport(windows, events, notes, reasons);
  }

  /** This and what came after it; failures are those of the later one. */
  public FollowReport then(FollowReport later) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(later.notes);
    return new FollowReport(windows + later.windows, events + later.events, all, later.failures);
  }
}
