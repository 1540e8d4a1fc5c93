package dev.watershed.rules.gate;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What is judged, and when.
 *
 * @param today the day on which it is judged
 * @param day the day on which the span that is judged ended
 * @param whole whether all of the fleet is judged, so that what is not found is not there; not a
 *     part of it, nor a change
 * @param touched whose files the change touches; empty where nobody says
 * @param known what was there before the change
 * @param history what earlier spans showed
 */
public record Judging(
    LocalDate today,
    LocalDate day,
    boolean whole,
    Optional<TouchedServices> touched,
    KnownBefore known,
    VerdictHistory history) {

  public Judging {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(touched, "touched");
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(history, "history");
  }

  /** The services that the change touches; empty where nobody says. */
  Optional<SortedSet<String>> changedServices() {
    return touched.map(TouchedServices::services);
  }
}
