package dev.watershed.cli.command;

import dev.watershed.workload.store.snapshot.SnapshotBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Facts that become a part of a snapshot. */
record AddedFacts(SnapshotBuilder snapshot) implements FactsFiles {

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.empty();
  }

  @Override
  public void write(String name, byte[] content) {
    snapshot.file(SnapshotFacts.path(name), content);
  }

  @Override
  public void clean(Set<String> used, Instant now) {}
}
