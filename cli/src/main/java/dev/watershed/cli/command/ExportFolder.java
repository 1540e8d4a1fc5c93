package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.reports.json.ExportedDayJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of an export. A day of a server is written aside and comes in file by file, each by
 * one rename; its mark goes before the first of them and comes back after the last, so that a day
 * with a mark is whole. One export at a time.
 */
final class ExportFolder implements AutoCloseable {

  private static final String OWN = "_watershed";
  private static final String FILE = "part-0.parquet";

  private final Path folder;
  private final FileChannel lock;

  private ExportFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder, which is made if it is not there.
   *
   * @throws CommandException if it holds something that is no export of this version, or another
   *     export writes to it
   */
  static ExportFolder open(Path folder) throws CommandException, IOException {
    check(folder);
    Path own = Files.createDirectories(folder.resolve(OWN));
    FileChannel lock =
        FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(lock)) {
      lock.close();
      throw new CommandException(
          ExitCode.USAGE, "--out " + folder + ": another export writes there; let it end");
    }
    ExportFolder opened = new ExportFolder(folder, lock);
    opened.put(
        own.resolve("format"), (ExportedDayJson.FORMAT + "\n").getBytes(StandardCharsets.UTF_8));
    return opened;
  }

  private static void check(Path folder) throws CommandException, IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.USAGE, "--out " + folder + ": is no folder");
    }
    Path format = folder.resolve(OWN).resolve("format");
    if (Files.exists(format)) {
      String found = Files.readString(format).strip();
      if (!found.equals(ExportedDayJson.FORMAT)) {
        throw new CommandException(
            ExitCode.USAGE,
            "--out "
                + folder
                + ": holds '"
                + found
                + "', this version writes "
                + ExportedDayJson.FORMAT);
      }
    } else if (Files.exists(folder) && !Files.isDirectory(folder.resolve(OWN)) && !empty(folder)) {
      throw new CommandException(
          ExitCode.USAGE,
          "--out " + folder + ": is neither empty nor an earlier export; name another folder");
    }
  }

  private static boolean empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  /** An empty folder beside the tables, where no engine looks; what an earlier run left goes. */
  Path aside() throws IOException {
    Path aside = folder.resolve(OWN).resolve("aside");
    deleteAll(aside);
    return Files.createDirectories(aside);
  }

  /**
   * Puts a day in the place of what there was of it.
   *
   * @param tables all that there can be
   * @param files of those that have rows, on the same file system
   * @param mark what is said of the day
   */
  void replace(HivePartition partition, List<String> tables, Map<String, Path> files, byte[] mark)
      throws IOException {
    for (Path file : files.values()) {
      sync(file);
    }
    Path marked = folder.resolve(OWN).resolve("days").resolve(partition.path() + ".json");
    Files.deleteIfExists(marked);
    for (String table : tables) {
      Path place = folder.resolve(table).resolve(partition.path()).resolve(FILE);
      if (files.containsKey(table)) {
        Files.createDirectories(place.getParent());
        Files.move(files.get(table), place, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(place);
      }
    }
    Files.createDirectories(marked.getParent());
    put(marked, mark);
  }

  private void put(Path file, byte[] content) throws IOException {
    Path part = folder.resolve(OWN).resolve("part");
    Files.write(part, content);
    sync(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Lets others write. */
  @Override
  public void close() throws IOException {
    try (lock) {
      deleteAll(folder.resolve(OWN).resolve("aside"));
    }
  }
}
