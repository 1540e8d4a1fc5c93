package dev.watershed.reports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a collection took from one source of a server.
 *
 * @param server its name
 * @param source what was read, such as {@code slowlog}
 * @param windows how many windows were put in place
 * @param events how many statements and administrator commands they hold, unweighted
 * @param notes what somebody should know
 * @param failures why something could not be read in the end
 * @param missed the looks that failed before
 * @param catalog what was found, if the source is a catalog that could be read
 */
public record CollectedSource(
    String server,
    String source,
    long windows,
    long events,
    List<String> notes,
    List<String> failures,
    MissedLooks missed,
    Optional<CollectedCatalog> catalog) {

  public CollectedSource {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(source, "source");
    notes = List.copyOf(notes);
    failures = List.copyOf(failures);
    Objects.requireNonNull(missed, "missed");
    Objects.requireNonNull(catalog, "catalog");
  }

  /** A source that shows statements, and whose looks were all made. */
  public CollectedSource(
      String server,
      String source,
      long windows,
      long events,
      List<String> notes,
      List<String> failures) {
    this(server, source, windows, events, notes, failures, MissedLooks.NONE, Optional.empty());
  }

  /** Whether all of it could be read, at every look. */
  public boolean complete() {
    return failures.isEmpty() && missed.count() == 0;
  }
}
