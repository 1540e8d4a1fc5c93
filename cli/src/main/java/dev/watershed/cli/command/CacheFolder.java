package dev.watershed.cli.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Files that may be thrown away at any time, each there whole or not at all. Any number of
 * processes may use the folder at once: the last one to write a file has it.
 */
final class CacheFolder implements FactsFiles {

  /** Others than those in use are kept at most so long and so many. */
  static final Duration LONGEST = Duration.ofDays(30);

  static final int MOST_OTHERS = 32;

  /** Older ones are no other process's that still writes. */
  private static final Duration LONGEST_UNFINISHED = Duration.ofHours(1);

  private static final String UNFINISHED = ".unfinished-";

  private record Aged(Path file, Instant written) {}

  private final Path folder;

  /**
   * @param folder made with the first file
   */
  CacheFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(name)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String name, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(UNFINISHED + UUID.randomUUID());
    try {
      Files.write(unfinished, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  @Override
  public void clean(Set<String> used, Instant now) throws IOException {
    List<Aged> others = new ArrayList<>();
    for (Path file : files()) {
      Optional<Instant> written = written(file);
      String name = file.getFileName().toString();
      if (written.isPresent() && !used.contains(name)) {
        boolean unfinished = name.startsWith(UNFINISHED);
        Duration longest = unfinished ? LONGEST_UNFINISHED : LONGEST;
        if (written.get().isBefore(now.minus(longest))) {
          Files.deleteIfExists(file);
        } else if (!unfinished) {
          others.add(new Aged(file, written.get()));
        }
      }
    }
    others.sort(Comparator.comparing(Aged::written).reversed());
    for (Aged tooMany : others.subList(Math.min(MOST_OTHERS, others.size()), others.size())) {
      Files.deleteIfExists(tooMany.file());
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    }
    return files;
  }

  /** When a file was written; empty if another process has deleted it. */
  private static Optional<Instant> written(Path file) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(file)).map(FileTime::toInstant);
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }
}
