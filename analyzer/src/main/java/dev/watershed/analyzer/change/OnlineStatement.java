package dev.watershed.analyzer.change;

import java.util.Objects;
import java.util.Optional;

/**
 * How a server runs an ALTER TABLE.
 *
 * @param verdict the best that it can; of what ALGORITHM asks for, if that is written and worse
 * @param algorithm behind ALGORITHM, in capitals
 * @param lock behind LOCK, in capitals
 * @param refused whether the server refuses it, because it cannot do it as these ask; false where
 *     that is unknown
 */
public record OnlineStatement(
    OnlineVerdict verdict, Optional<String> algorithm, Optional<String> lock, boolean refused) {

  public OnlineStatement {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(lock, "lock");
  }
}
