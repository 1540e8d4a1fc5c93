package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a script says.
 *
 * @param serverVersion of the server that was dumped, as the dump's head says it
 * @param definitions in the order of the script
 * @param issues in the order of the script
 */
public record DefinitionScript(
    Optional<String> serverVersion,
    List<LocatedDefinition> definitions,
    List<DefinitionIssue> issues) {

  public DefinitionScript {
    Objects.requireNonNull(serverVersion, "serverVersion");
    definitions = List.copyOf(definitions);
    issues = List.copyOf(issues);
  }
}
