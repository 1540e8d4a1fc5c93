package dev.watershed.reports.review.form;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The pages of things within the file: a report about one owner does not have those of others.
 *
 * @param addresses as {@link CellText#address} writes them
 */
public record Pages(Set<String> addresses) {

  public Pages {
    addresses = Set.copyOf(addresses);
  }

  /** Those of the rows of some tables. */
  public static Pages of(Collection<DataTable> tables) {
    Set<String> addresses = new HashSet<>();
    for (DataTable table : tables) {
      if (!table.entity().isEmpty()) {
        table
            .rows()
            .forEach(
                row ->
                    addresses.add(
                        CellText.address(
                            table.entity(), CellText.of(table.columns().get(0), row.get(0)))));
      }
    }
    return new Pages(addresses);
  }

  /** Whether an address, without the {@code #}, leads to a section or to a page that is there. */
  public boolean has(String address) {
    return address.contains("/") ? addresses.contains(address) : !address.isEmpty();
  }

  /** Whether a value leads to a page. */
  public boolean has(String target, String name) {
    return !target.isEmpty() && has(CellText.address(target, name));
  }
}
