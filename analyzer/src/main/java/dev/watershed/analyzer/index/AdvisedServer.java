package dev.watershed.analyzer.index;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One server, as far as index advice needs to know it.
 *
 * @param version as the server or its dump says it; empty if unknown
 * @param observedSeconds how long the statements were watched; positive
 * @param bufferPoolBytes empty if unknown
 */
public record AdvisedServer(
    String name,
    String version,
    double observedSeconds,
    OptionalLong bufferPoolBytes,
    List<StatisticTable> tables,
    List<WeightedStatement> statements) {

  public AdvisedServer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(bufferPoolBytes, "bufferPoolBytes");
    tables = List.copyOf(tables);
    statements = List.copyOf(statements);
    if (!(observedSeconds > 0)) {
      throw new IllegalArgumentException("watched for " + observedSeconds + " seconds");
    }
  }

  /** Whether this is MariaDB, whose optimizer counts otherwise. */
  public boolean mariaDb() {
    return version.contains("MariaDB");
  }
}
