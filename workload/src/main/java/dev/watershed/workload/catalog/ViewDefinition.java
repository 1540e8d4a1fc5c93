package dev.watershed.workload.catalog;

import java.util.List;
import java.util.Objects;

/**
 * A view as it is defined.
 *
 * @param columns their names in order; empty if unknown
 * @param query its SELECT, without literals
 * @param algorithm {@code UNDEFINED}, {@code MERGE} or {@code TEMPTABLE}
 */
public record ViewDefinition(
    String name, List<String> columns, String query, String algorithm, Security security)
    implements CatalogObject {

  public ViewDefinition {
    Names.require(name, "view");
    columns = List.copyOf(columns);
    Objects.requireNonNull(query, "query");
    Names.require(algorithm, "view's algorithm");
    Objects.requireNonNull(security, "security");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.VIEW;
  }
}
