package dev.watershed.collector.migration;

import dev.watershed.sql.definition.LocatedDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file, or a change set of one, that did not run on the server yet.
 *
 * @param version as the tool writes it; empty for what has none
 * @param statements in order, at their places in the file
 */
public record PendingScript(
    String path, Optional<String> version, List<LocatedDefinition> statements) {

  public PendingScript {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(version, "version");
    statements = List.copyOf(statements);
  }
}
