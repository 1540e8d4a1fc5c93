package dev.watershed.analyzer.observation;

import dev.watershed.analyzer.service.Attribution;
import java.util.Objects;

/**
 * One side of a wait, or who has a transaction open.
 *
 * @param digest the statement that runs, or ran last; 0 if it could not be told
 * @param user the account; empty if it could not be told
 * @param service whose it is
 */
public record Party(long digest, String user, Attribution service) {

  public Party {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(service, "service");
  }
}
