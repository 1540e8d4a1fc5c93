package dev.watershed.workload.store.window;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a window says of itself.
 *
 * @param observedFrom since when the source was watched for this window
 * @param observedUntil until when, exclusive
 * @param collectorVersion the version of Watershed that read the source
 * @param seal how far the source had been read
 * @param superseded the windows that this one was made of; whoever counts this one leaves them out
 */
public record WindowHeader(
    WindowName name,
    Instant observedFrom,
    Instant observedUntil,
    String collectorVersion,
    Seal seal,
    List<WindowName> superseded) {

  public WindowHeader {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(collectorVersion, "collectorVersion");
    Objects.requireNonNull(seal, "seal");
    superseded = List.copyOf(superseded);
    if (observedUntil.isBefore(observedFrom)) {
      throw new IllegalArgumentException(
          "watched from " + observedFrom + " until " + observedUntil);
    }
    for (WindowName other : superseded) {
      if (!other.server().equals(name.server()) || !other.source().equals(name.source())) {
        throw new IllegalArgumentException(name + " cannot supersede " + other);
      }
    }
  }
}
