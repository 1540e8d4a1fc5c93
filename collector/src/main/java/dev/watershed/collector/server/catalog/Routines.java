package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.ParameterQuery;
import dev.watershed.collector.server.catalog.query.RoutineQuery;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.RoutineDefinition.Direction;
import dev.watershed.workload.catalog.RoutineDefinition.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes procedures and functions of rows. */
final class Routines {

  private static final String FUNCTION = "FUNCTION";
  private static final String PROCEDURE = "PROCEDURE";

  private record Key(String schema, String name, String type) {}

  private final ServerTexts texts;
  private final Map<Key, List<ParameterQuery.Row>> parameters;

  Routines(ServerTexts texts, List<ParameterQuery.Row> parameters) {
    this.texts = texts;
    this.parameters =
        parameters.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Key(row.schema(), row.routine(), row.routineType())));
  }

  /** A routine; nothing but a gap where it is neither a procedure nor a function of a type. */
  Optional<RoutineDefinition> of(RoutineQuery.Row row, Gaps gaps) {
    String place = row.schema() + "." + row.name();
    String type = row.type().toUpperCase(Locale.ROOT);
    Optional<String> returns = row.returns().filter(text -> !text.isEmpty());
    boolean known = type.equals(PROCEDURE) || (type.equals(FUNCTION) && returns.isPresent());
    if (!known) {
      gaps.add(place, "it is left out: a " + type.toLowerCase(Locale.ROOT) + " is not understood");
      return Optional.empty();
    }
    return Optional.of(
        new RoutineDefinition(
            row.name(),
            parameters(new Key(row.schema(), row.name(), row.type())),
            type.equals(FUNCTION) ? returns : Optional.empty(),
            row.deterministic(),
            row.dataAccess(),
            Views.security(row.security()),
            body(row, place, gaps)));
  }

  private String body(RoutineQuery.Row row, String place, Gaps gaps) {
    if (row.body().isEmpty() && texts.heldBack()) {
      return "";
    }
    if (row.body().isEmpty()) {
      gaps.add(place, "the body of the routine is unknown: the account may not see it");
      return "";
    }
    if (!row.language().equalsIgnoreCase("SQL") && !texts.raw()) {
      gaps.add(place, "the body of the routine is left out: it is not SQL, and may hold literals");
      return "";
    }
    return texts.body(row.body().get(), row.sqlMode());
  }

  private List<Parameter> parameters(Key key) {
    return parameters.getOrDefault(key, List.of()).stream()
        .sorted(Comparator.comparingInt(ParameterQuery.Row::position))
        .map(row -> new Parameter(direction(row.mode()), row.name(), row.type()))
        .toList();
  }

  private static Direction direction(String mode) {
    return switch (mode.toUpperCase(Locale.ROOT)) {
      case "OUT" -> Direction.OUT;
      case "INOUT" -> Direction.INOUT;
      default -> Direction.IN;
    };
  }
}
