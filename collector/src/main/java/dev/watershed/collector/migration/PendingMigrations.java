package dev.watershed.collector.migration;

import java.util.List;
import java.util.Objects;

/**
 * What is pending.
 *
 * @param tool the one that was said, or told by the files
 * @param scripts in the order in which the tool runs them
 * @param notes what was passed over, and why
 * @param issues what is not understood, or what the tool would refuse
 */
public record PendingMigrations(
    MigrationTool tool,
    List<PendingScript> scripts,
    List<MigrationRemark> notes,
    List<MigrationRemark> issues) {

  public PendingMigrations {
    Objects.requireNonNull(tool, "tool");
    scripts = List.copyOf(scripts);
    notes = List.copyOf(notes);
    issues = List.copyOf(issues);
  }
}
