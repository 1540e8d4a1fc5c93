package dev.watershed.analyzer.index.shape;

import java.util.Objects;

/**
 * A column by which rows are to come.
 *
 * @param source number of the source
 * @param key of the column
 */
public record OrderKey(int source, String key, boolean descending) {

  public OrderKey {
    Objects.requireNonNull(key, "key");
  }
}
