package dev.watershed.workload.catalog;

import java.util.Objects;

/**
 * Something that could not be read, so that the catalog may lack an object.
 *
 * @param place such as {@code dump.sql:120:1}
 * @param reason a sentence, without literals
 */
public record CatalogGap(String place, String reason) {

  public CatalogGap {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(reason, "reason");
  }
}
