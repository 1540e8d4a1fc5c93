package dev.watershed.collector.migration;

import java.util.ArrayList;
import java.util.List;

/** Notes and issues while files are read. */
final class Remarks {

  private final List<MigrationRemark> notes = new ArrayList<>();
  private final List<MigrationRemark> issues = new ArrayList<>();

  List<MigrationRemark> notes() {
    return notes;
  }

  List<MigrationRemark> issues() {
    return issues;
  }

  void note(MigrationFile file, String message) {
    notes.add(MigrationRemark.of(file, message));
  }

  void note(MigrationFile file, int line, String message) {
    notes.add(new MigrationRemark(file.path(), line, 1, message));
  }

  void issue(MigrationFile file, String message) {
    issues.add(MigrationRemark.of(file, message));
  }

  void issue(MigrationFile file, int line, int column, String message) {
    issues.add(new MigrationRemark(file.path(), line, column, message));
  }
}
