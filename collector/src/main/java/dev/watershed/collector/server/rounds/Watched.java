package dev.watershed.collector.server.rounds;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.SamplingRounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What looks saw: observations, and the statements that they name. */
public final class Watched {

  private static final int MOST_TEXTS = 30_000;

  private final ObservationsBuilder observations =
      new ObservationsBuilder(ObservationBounds.standard());
  private final Map<Long, Fingerprint> texts = new HashMap<>();

  /** Where observations are added. */
  public ObservationsBuilder observations() {
    return observations;
  }

  /** The digest of a statement, whose text is remembered; 0 for one that is not known. */
  public long digest(Optional<Fingerprint> statement) {
    if (statement.isEmpty()) {
      return 0;
    }
    long digest = statement.get().digest();
    if (texts.size() < MOST_TEXTS) {
      texts.putIfAbsent(digest, statement.get());
    }
    return digest;
  }

  /** Says so where a look showed more rows than it takes. */
  public void bound(Watch watch, int rows) {
    if (rows > Watch.MOST_ROWS) {
      observations.rounds().add(watch.key(), SamplingRounds.Figure.LUMPED_ROWS, 1);
    }
  }

  /** Takes over what another one saw. */
  public void merge(Watched other) {
    observations.merge(other.build());
    other.texts.values().forEach(text -> digest(Optional.of(text)));
  }

  /** Adds all of it to a window: the statements that observations name get their texts there. */
  public void addTo(WorkloadBuilder window, ObservationsBuilder beside) {
    beside.merge(build());
    for (Fingerprint text : texts.values()) {
      if (window.textIndex(text.digest()) < 0) {
        window.defineText(text.digest(), text.text(), text.truncated());
      }
    }
  }

  /** The observations so far. */
  public Observations build() {
    return observations.build();
  }

  /** The statements that they name. */
  public List<Fingerprint> texts() {
    return List.copyOf(texts.values());
  }
}
