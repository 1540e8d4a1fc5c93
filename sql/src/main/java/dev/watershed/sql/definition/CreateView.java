package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;

/**
 * CREATE or ALTER VIEW.
 *
 * @param existing what happens to a view of that name
 * @param columns as listed, or as the placeholder of a dump names them; else empty
 * @param algorithm in capitals
 * @param invoker whether it runs with the rights of who asks
 * @param query its SELECT
 */
public record CreateView(
    QualifiedName name,
    Existing existing,
    List<String> columns,
    String algorithm,
    boolean invoker,
    String query)
    implements Definition {

  public CreateView {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existing, "existing");
    columns = List.copyOf(columns);
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(query, "query");
  }
}
