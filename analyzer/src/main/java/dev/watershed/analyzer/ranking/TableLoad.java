package dev.watershed.analyzer.ranking;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The statements that name a table.
 *
 * @param name {@code schema.table}
 * @param digests the most time first
 * @param services who runs them, the most time first
 * @param quality what the figures do not show
 */
public record TableLoad(
    String name, List<TableDigest> digests, List<DigestPart> services, QualityFacts quality) {

  /**
   * A digest that names the table.
   *
   * @param written whether it writes to the table
   * @param figures of its executions on this table: with the same name in another schema there are
   *     others
   * @param share its part of the time of all statements that name the table, 0 to 1; empty if that
   *     is zero
   */
  public record TableDigest(
      GroupKey.Digest digest, boolean written, Figures figures, OptionalDouble share) {

    public TableDigest {
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(figures, "figures");
      Objects.requireNonNull(share, "share");
    }
  }

  public TableLoad {
    Objects.requireNonNull(name, "name");
    digests = List.copyOf(digests);
    services = List.copyOf(services);
    Objects.requireNonNull(quality, "quality");
  }
}
