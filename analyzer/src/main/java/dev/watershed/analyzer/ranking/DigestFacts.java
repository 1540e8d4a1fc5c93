package dev.watershed.analyzer.ranking;

import java.util.List;
import java.util.Objects;

/**
 * Everything known about one digest.
 *
 * @param rank its place by total time, from 1
 * @param digestCount how many digests there are
 * @param group its figures, services and schemas
 * @param services its parts by service, the most time first
 * @param schemas its parts by schema, likewise
 * @param accounts its parts by account, likewise
 * @param quality what the figures do not show
 */
public record DigestFacts(
    int rank,
    int digestCount,
    GroupFacts group,
    List<DigestPart> services,
    List<DigestPart> schemas,
    List<DigestPart> accounts,
    QualityFacts quality) {

  public DigestFacts {
    Objects.requireNonNull(group, "group");
    if (!(group.key() instanceof GroupKey.Digest)) {
      throw new IllegalArgumentException("no digest: " + group.key());
    }
    services = List.copyOf(services);
    schemas = List.copyOf(schemas);
    accounts = List.copyOf(accounts);
    Objects.requireNonNull(quality, "quality");
  }

  /** The statement. */
  public GroupKey.Digest digest() {
    return (GroupKey.Digest) group.key();
  }
}
