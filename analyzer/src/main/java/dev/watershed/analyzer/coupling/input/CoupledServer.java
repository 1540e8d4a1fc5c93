package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.workload.Workload;
import dev.watershed.workload.observation.Observations;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one server showed.
 *
 * @param server its name in the configuration
 * @param workload its statements, of one source
 * @param observedSeconds from the first statement to the last; 0 if there is none
 * @param longQueryTimeSeconds statements below it are missing; empty if unknown
 * @param estimate whose time statements take, where the source is counters, which do not say it;
 *     empty where origins are exact
 * @param observed what it showed besides statements
 */
public record CoupledServer(
    String server,
    Workload workload,
    double observedSeconds,
    OptionalDouble longQueryTimeSeconds,
    Optional<ServerEstimate> estimate,
    Observations observed) {

  public CoupledServer {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
    Objects.requireNonNull(estimate, "estimate");
    Objects.requireNonNull(observed, "observed");
    if (!(observedSeconds >= 0)) {
      throw new IllegalArgumentException(server + " observed for " + observedSeconds + " s");
    }
  }
}
