package dev.watershed.workload.catalog;

import java.util.OptionalLong;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/**
 * Figures about an index at one time; what is unknown is empty.
 *
 * @param pages all pages of the index
 * @param leafPages its lowest level
 * @param cachedPages those in the buffer pool
 * @param distinct how many different values its first part has, its first two, and so on; −1 where
 *     unknown
 */
public record IndexStatistics(
    String index,
    OptionalLong pages,
    OptionalLong leafPages,
    OptionalLong cachedPages,
    ImmutableLongList distinct) {

  public IndexStatistics {
    Names.require(index, "index");
    for (OptionalLong figure : new OptionalLong[] {pages, leafPages, cachedPages}) {
      if (figure.isPresent() && figure.getAsLong() < 0) {
        throw new IllegalArgumentException(
            "index " + index + " has a negative figure: " + figure.getAsLong());
      }
    }
  }
}
