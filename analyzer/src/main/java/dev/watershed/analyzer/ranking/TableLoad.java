package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.inference.InferredTouch;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The statements that name a table.
 *
 * @param name {@code schema.table}
 * @param digests the most time first
 * @param services who runs them, the most time first
 * @param inferred the statements that may touch it without naming it, the most time first
 * @param events the events of the servers that may touch it: the first link names the event
 * @param quality what the figures do not show
 */
public record TableLoad(
    String name,
    List<TableDigest> digests,
    List<DigestPart> services,
    List<InferredDigest> inferred,
    List<InferredTouch> events,
    QualityFacts quality) {

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

  /**
   * A digest that may touch the table without naming it.
   *
   * @param touches how: reading, writing, or one of each
   * @param figures of its executions: those of the whole statement
   */
  public record InferredDigest(
      GroupKey.Digest digest, List<InferredTouch> touches, Figures figures) {

    public InferredDigest {
      Objects.requireNonNull(digest, "digest");
      touches = List.copyOf(touches);
      Objects.requireNonNull(figures, "figures");
    }
  }

  public TableLoad {
    Objects.requireNonNull(name, "name");
    digests = List.copyOf(digests);
    services = List.copyOf(services);
    inferred = List.copyOf(inferred);
    events = List.copyOf(events);
    Objects.requireNonNull(quality, "quality");
  }
}
