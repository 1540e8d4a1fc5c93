package dev.watershed.workload;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Where an execution came from, as the source shows it. Services are found from it when the
 * workload is analysed, so that a corrected mapping corrects the past.
 *
 * @param user the account's user name; empty when the source has none
 * @param host the client's host name, or its network ({@code 10.2.3.0/24}); empty when unknown
 * @param tags the comment tags kept, ordered by key and value
 */
public record Origin(String user, String host, List<OriginTag> tags) implements Comparable<Origin> {

  private static final Comparator<Origin> BY_CONTENT =
      Comparator.comparing(Origin::user)
          .thenComparing(Origin::host)
          .thenComparing(Origin::tags, Origin::compareTags);

  /** The origin that stands for all origins beyond the bound. */
  public static final Origin LUMPED = new Origin("(other accounts)", "", List.of());

  public Origin {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(host, "host");
    tags = tags.stream().sorted().toList();
  }

  /** A hash that is the same on every machine, well mixed: it decides which origins stay. */
  public long stableHash() {
    long hash = LowestHashes.hashOf(user) * 31 + LowestHashes.hashOf(host);
    for (OriginTag tag : tags) {
      hash = hash * 31 + LowestHashes.hashOf(tag.key()) * 7 + LowestHashes.hashOf(tag.value());
    }
    return MeasureRows.mix(hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin origin
        && user.equals(origin.user)
        && host.equals(origin.host)
        && tags.equals(origin.tags);
  }

  @Override
  public int hashCode() {
    return (user.hashCode() * 31 + host.hashCode()) * 31 + tags.hashCode();
  }

  /** The value of the first tag with this key, or an empty string. */
  public String tag(String key) {
    return tags.stream()
        .filter(tag -> tag.key().equals(key))
        .map(OriginTag::value)
        .findFirst()
        .orElse("");
  }

  @Override
  public int compareTo(Origin other) {
    return BY_CONTENT.compare(this, other);
  }

  private static int compareTags(List<OriginTag> left, List<OriginTag> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
