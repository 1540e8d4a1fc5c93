package dev.watershed.analyzer.attribution;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.util.List;

/** Observations of a server: short executions, each seen once, and counters of accounts. */
final class Samples {

  private static final long SECOND_MICROS = 1_000_000;

  private final ObservationsBuilder observed =
      new ObservationsBuilder(ObservationBounds.standard());

  /** Sees executions of a statement running. */
  Samples seen(long digest, String user, long times, OriginTag... tags) {
    Attribution.Key key = new Attribution.Key(digest, new Origin(user, "", List.of(tags)));
    observed.attribution().add(key, Figure.SAMPLES, times);
    observed.attribution().add(key, Figure.EXECUTIONS, times);
    observed.attribution().add(key, Figure.SAMPLED_MICROS, times * SECOND_MICROS);
    observed.attribution().add(key, Figure.COUNT_VARIANCE_MILLIONTHS, times * SECOND_MICROS);
    return this;
  }

  /** Counts the time of an account. */
  Samples counted(String user, String event, long micros) {
    observed
        .accounts()
        .add(
            new AccountUse.Key(new Origin(user, "10.0.0.0/24", List.of()), event),
            AccountUse.Figure.TIME_MICROS,
            micros);
    return this;
  }

  Observations build() {
    return observed.build();
  }
}
