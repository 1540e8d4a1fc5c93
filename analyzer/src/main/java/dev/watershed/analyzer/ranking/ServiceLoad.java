package dev.watershed.analyzer.ranking;

import java.util.Objects;
import java.util.OptionalDouble;
import org.eclipse.collections.api.list.primitive.ImmutableDoubleList;

/**
 * What a service took of the load.
 *
 * @param service its key; unknown for what no service claims
 * @param figures what it cost
 * @param share its part of all execution time, 0 to 1; unknown where a threshold hides the rest
 * @param activeStatements its part of each point of {@link LoadOverTime}
 */
public record ServiceLoad(
    GroupKey.Named service,
    Figures figures,
    OptionalDouble share,
    ImmutableDoubleList activeStatements) {

  public ServiceLoad {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(activeStatements, "activeStatements");
  }
}
