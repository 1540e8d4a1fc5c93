package dev.watershed.reports.review.compare;

import java.util.Objects;

/**
 * How often a service uses the tables of another one, before and now.
 *
 * @param sender by the name that is shown
 * @param owner likewise
 * @param change by the calls and transactions of both spans
 * @param before calls and transactions per second
 * @param now likewise
 */
public record UseChange(String sender, String owner, ChangeWord change, double before, double now) {

  public UseChange {
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(change, "change");
  }
}
