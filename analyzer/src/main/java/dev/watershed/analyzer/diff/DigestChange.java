package dev.watershed.analyzer.diff;

import dev.watershed.analyzer.ranking.GroupKey;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A digest that changed.
 *
 * @param kind how
 * @param digest which
 * @param services who runs it, where it still runs; else who ran it
 * @param base what it cost before
 * @param head what it costs now
 * @param standardErrors by how many standard errors the mean time of a call moved; empty for those
 *     new and gone
 */
public record DigestChange(
    ChangeKind kind,
    GroupKey.Digest digest,
    List<String> services,
    DiffSide base,
    DiffSide head,
    OptionalDouble standardErrors) {

  public DigestChange {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(digest, "digest");
    services = List.copyOf(services);
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(standardErrors, "standardErrors");
  }

  /** How much more time a day it takes; negative for less. */
  public double microsPerDayMore() {
    return head.microsPerDay() - base.microsPerDay();
  }
}
