package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.List;
import java.util.Optional;

/** No tool: everything, in the order given. */
final class PlainPending implements Pending {

  @Override
  public List<Part> of(List<MigrationFile> files, List<Migration> history, Remarks remarks) {
    return files.stream().map(file -> Part.of(file, Optional.empty())).toList();
  }
}
