package dev.watershed.analyzer.ranking;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The part of a digest that ran for one service, in one schema or under one account.
 *
 * @param key the service, schema or account
 * @param figures what that part cost
 * @param share its part of the digest's time logged, 0 to 1; empty if that is zero
 */
public record DigestPart(GroupKey.Named key, Figures figures, OptionalDouble share) {

  public DigestPart {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(share, "share");
  }
}
