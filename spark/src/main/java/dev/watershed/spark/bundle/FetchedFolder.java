package dev.watershed.spark.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** A temporary folder of this machine, for files that lie elsewhere; deleted when it is closed. */
final class FetchedFolder implements Closeable {

  private final Path folder;

  private FetchedFolder(Path folder) {
    this.folder = folder;
  }

  static FetchedFolder make() throws IOException {
    return new FetchedFolder(Files.createTempDirectory("watershed-"));
  }

  Path path() {
    return folder;
  }

  /**
   * Copies a file here under another name.
   *
   * @param address where it lies
   */
  Path fetch(String address, String name, Configuration configuration) throws IOException {
    org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(address);
    Path copy = folder.resolve(name);
    try (InputStream stream = from.getFileSystem(configuration).open(from)) {
      Files.copy(stream, copy);
      return copy;
    } catch (IOException e) {
      throw new IOException(
          address + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()), e);
    }
  }

  /** Writes files here. */
  void write(List<StoredFile> files) throws IOException {
    for (StoredFile file : files) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.bytes());
    }
  }

  /** The files below a folder in this one. */
  List<StoredFile> read(Path below) throws IOException {
    List<StoredFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(below)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(new StoredFile(below.relativize(path).toString(), Files.readAllBytes(path)));
      }
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
