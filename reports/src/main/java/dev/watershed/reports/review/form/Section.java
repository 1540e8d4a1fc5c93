package dev.watershed.reports.review.form;

import java.util.List;
import java.util.Objects;

/**
 * A section of the report.
 *
 * @param id the same in every language, and its name in addresses
 * @param title in the reader's language
 * @param blocks from the first that people read on
 */
public record Section(String id, String title, List<Block> blocks) {

  public Section {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    blocks = List.copyOf(blocks);
  }
}
