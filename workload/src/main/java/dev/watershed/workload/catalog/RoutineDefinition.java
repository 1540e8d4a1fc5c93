package dev.watershed.workload.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A procedure or function as it is defined.
 *
 * @param parameters in their order
 * @param returns the type of a function's value; empty for a procedure
 * @param dataAccess {@code CONTAINS SQL}, {@code NO SQL}, {@code READS SQL DATA} or {@code MODIFIES
 *     SQL DATA}: what its author says, not what it does
 * @param body without literals
 */
public record RoutineDefinition(
    String name,
    List<Parameter> parameters,
    Optional<String> returns,
    boolean deterministic,
    String dataAccess,
    Security security,
    String body)
    implements CatalogObject {

  /** Which way the value of a parameter goes. */
  public enum Direction {
    IN("in"),
    OUT("out"),
    INOUT("inout");

    private final String key;

    Direction(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  /**
   * A parameter.
   *
   * @param type the whole type
   */
  public record Parameter(Direction direction, String name, String type) {

    public Parameter {
      Objects.requireNonNull(direction, "direction");
      Names.require(name, "parameter");
      Names.require(type, "parameter's type");
    }
  }

  public RoutineDefinition {
    Names.require(name, "routine");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(returns, "returns");
    Names.require(dataAccess, "routine's data access");
    Objects.requireNonNull(security, "security");
    Objects.requireNonNull(body, "body");
  }

  @Override
  public ObjectKind kind() {
    return returns.isPresent() ? ObjectKind.FUNCTION : ObjectKind.PROCEDURE;
  }
}
