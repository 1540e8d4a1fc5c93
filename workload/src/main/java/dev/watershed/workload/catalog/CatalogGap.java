package dev.watershed.workload.catalog;

import java.io.Serializable;
import java.util.Objects;

/**
 * Something that is not known, so that the catalog may lack an object or a part of one.
 *
 * @param place of a dump, such as {@code dump.sql:120:1}; of a server that was asked, what it does
 *     not show, such as {@code triggers}, or the object that is not whole
 * @param reason a sentence, without literals
 */
public record CatalogGap(String place, String reason) implements Serializable {

  private static final long serialVersionUID = 1L;

  public CatalogGap {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(reason, "reason");
  }
}
