package dev.watershed.sql.facts;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * LIMIT.
 *
 * @param rows how many; empty if the text does not tell, as no fingerprint does
 * @param offset how many are left out; empty if the text does not tell
 * @param skips whether there is an offset at all
 */
public record RowLimit(OptionalLong rows, OptionalLong offset, boolean skips) {

  public RowLimit {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(offset, "offset");
    if (offset.isPresent() && !skips) {
      throw new IllegalArgumentException("an offset that skips nothing");
    }
  }
}
