package dev.watershed.rules.gate;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is judged, and when.
 *
 * @param today the day on which it is judged
 * @param day the day on which the span that is judged ended
 * @param whole whether all of the fleet is judged, so that what is not found is not there; not a
 *     part of it, nor a change
 * @param changedServices whose the change is; empty where no change is judged
 * @param history what earlier spans showed
 */
public record Judging(
    LocalDate today,
    LocalDate day,
    boolean whole,
    Optional<Set<String>> changedServices,
    VerdictHistory history) {

  public Judging {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(day, "day");
    changedServices = changedServices.map(Set::copyOf);
    Objects.requireNonNull(history, "history");
  }
}
