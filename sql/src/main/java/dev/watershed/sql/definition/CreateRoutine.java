package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * CREATE PROCEDURE or FUNCTION.
 *
 * @param existing what happens to a routine of that name
 * @param returns empty for a procedure
 * @param dataAccess in capitals, such as {@code READS SQL DATA}
 * @param invoker whether it runs with the rights of who calls
 */
public record CreateRoutine(
    QualifiedName name,
    Existing existing,
    List<Parameter> parameters,
    Optional<DataType> returns,
    boolean deterministic,
    String dataAccess,
    boolean invoker,
    String body)
    implements Definition {

  /**
   * A parameter.
   *
   * @param direction IN, OUT or INOUT
   */
  public record Parameter(String direction, String name, DataType type) {

    public Parameter {
      Objects.requireNonNull(direction, "direction");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }
  }

  public CreateRoutine {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existing, "existing");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(returns, "returns");
    Objects.requireNonNull(dataAccess, "dataAccess");
    Objects.requireNonNull(body, "body");
  }
}
