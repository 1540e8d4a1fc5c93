package dev.watershed.cli.metrics;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a collection took from one source of a server.
 *
 * @param server its name
 * @param source what was read, such as {@code slowlog}
 * @param windows how many were put in place
 * @param events how many statements and administrator commands they hold, unweighted
 * @param bytesRead from files, uncompressed; empty where the source is no file
 * @param lostShare executions that were lost or hidden, per execution read, 0 or more; empty where
 *     none was read
 * @param failed whether something could not be read
 */
public record SourceFigures(
    String server,
    String source,
    long windows,
    long events,
    OptionalLong bytesRead,
    OptionalDouble lostShare,
    boolean failed) {

  public SourceFigures {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(bytesRead, "bytesRead");
    Objects.requireNonNull(lostShare, "lostShare");
    if (windows < 0 || events < 0 || bytesRead.orElse(0) < 0 || !(lostShare.orElse(0) >= 0)) {
      throw new IllegalArgumentException("negative figure of " + server + " " + source);
    }
  }
}
