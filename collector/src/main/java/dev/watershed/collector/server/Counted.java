package dev.watershed.collector.server;

import java.time.Instant;
import java.util.Objects;

/**
 * How far a server was counted.
 *
 * @param id its {@link ServerIdentity#id()}
 * @param until by its clock
 */
public record Counted(String id, Instant until) {

  public Counted {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(until, "until");
  }
}
