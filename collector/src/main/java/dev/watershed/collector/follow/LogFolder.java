package dev.watershed.collector.follow;

import dev.watershed.collector.input.LogStream;
import dev.watershed.collector.slowlog.ArchiveSource;
import dev.watershed.collector.slowlog.LogHead;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;

/** Finds the files of a log in the folder of the live one. */
final class LogFolder {

  /**
   * What was found.
   *
   * @param files in no order; empty ones are left out
   * @param unreadable what could not be read, and why
   */
  record Listing(List<LogFile> files, List<String> unreadable) {}

  private final Path live;
  private final SlowLogOptions options;
  private final LogNames names;

  /** The folder of the log that the server writes to. */
  LogFolder(Path live, SlowLogOptions options) {
    this.live = live.toAbsolutePath().normalize();
    this.options = options;
    this.names = new LogNames(this.live.getFileName().toString());
  }

  /** Lists the files as they are now. */
  Listing list() throws IOException {
    List<LogFile> files = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    boolean any = false;
    for (Path path : paths()) {
      any = true;
      try {
        file(path).ifPresent(files::add);
      } catch (AccessDeniedException e) {
        unreadable.add(path + ": permission denied; run as a user who may read it");
      } catch (NoSuchFileException e) {
        // It was renamed after it was listed, and is found under its new name next time.
        continue;
      } catch (EOFException | ZipException e) {
        unreadable.add(path + ": the compressed file is damaged (" + e.getMessage() + ")");
      }
    }
    if (!any) {
      unreadable.add(
          live
              + ": no such file, nor an older part of it; is slow_query_log on, and is log_output"
              + " FILE?");
    }
    return new Listing(files, unreadable);
  }

  private List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(live.getParent())) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean log = entry.equals(live) || names.rotated(name);
        if (log && Files.isRegularFile(entry)) {
          paths.add(entry);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (AccessDeniedException e) {
      throw new IOException(
          live.getParent() + ": permission denied; run as a user who may list the folder", e);
    }
    return paths;
  }

  private Optional<LogFile> file(Path path) throws IOException {
    boolean packed = LogStream.compression(path) != LogStream.Compression.NONE;
    byte[] head = head(path);
    if (head.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new LogFile(
            path,
            path.equals(live),
            packed,
            Files.size(path),
            Files.getLastModifiedTime(path).to(TimeUnit.MICROSECONDS),
            head,
            LogHead.of(head, options)));
  }

  /** The first bytes; of an archive that is damaged there, those before the damage. */
  private static byte[] head(Path path) throws IOException {
    try (ArchiveSource bytes = ArchiveSource.of(path)) {
      return bytes.first(LogIdentity.MOST_BYTES);
    }
  }
}
