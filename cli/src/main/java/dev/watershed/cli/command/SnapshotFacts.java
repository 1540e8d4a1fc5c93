package dev.watershed.cli.command;

import dev.watershed.workload.store.snapshot.SnapshotFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Facts that a snapshot brings along. Nothing is kept: a snapshot does not change. */
record SnapshotFacts(SnapshotFiles files) implements FactsFiles {

  /** The name of a file of facts in a snapshot. */
  static String path(String name) {
    return FactsCache.FOLDER + "/" + name;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    try {
      ByteBuffer bytes = files.map(path(name));
      byte[] content = new byte[bytes.remaining()];
      bytes.get(content);
      return Optional.of(content);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String name, byte[] content) {}

  @Override
  public void clean(Set<String> used, Instant now) {}
}
