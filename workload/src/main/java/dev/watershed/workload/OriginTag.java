package dev.watershed.workload;

import java.util.Objects;

/** One tag that a statement's comment carried, such as {@code controller=coupons}. */
public record OriginTag(String key, String value) implements Comparable<OriginTag> {

  public OriginTag {
    Objects.requireNonNull(value, "value");
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a tag needs a key");
    }
  }

  @Override
  public int compareTo(OriginTag other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : value.compareTo(other.value);
  }
}
