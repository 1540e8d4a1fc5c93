package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store on a local disk. */
public final class LocalStoreFiles extends DurableFiles {

  private final Path root;
  private final Set<Path> held = ConcurrentHashMap.newKeySet();

  /**
   * @param root the folder of the store; made with the first file
   */
  public LocalStoreFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    List<String> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(pathOf(folder))) {
      for (Path entry : stream) {
        entries.add(entry.getFileName().toString());
      }
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    } catch (java.nio.file.DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    Collections.sort(entries);
    return entries;
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    Path path = pathOf(name);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > Integer.MAX_VALUE) {
        throw new FileSystemException(path.toString(), null, "larger than 2 GiB: " + size);
      }
      return channel.map(MapMode.READ_ONLY, 0, size);
    }
  }

  @Override
  public StoreOutput create(String name) throws IOException {
    Path path = pathOf(name);
    Files.createDirectories(path.getParent());
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    return new LocalOutput(path, channel);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(pathOf(from), pathOf(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void syncFolder(String folder) throws IOException {
    Path path = pathOf(folder);
    // A new folder is durable only with the folders above it.
    while (true) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
      if (path.equals(root)) {
        return;
      }
      path = path.getParent();
    }
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(pathOf(name));
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(pathOf(name));
  }

  @Override
  public StoreLock lock(String name, String holder) throws IOException {
    Path path = pathOf(name);
    Files.createDirectories(path.getParent());
    // The system drops a process's lock with any channel that the process closes, and so a second
    // one must not even be opened.
    if (!held.add(path)) {
      throw new StoreLockedException(path.toString(), "this process");
    }
    boolean granted = false;
    try {
      StoreLock lock = LocalLock.acquire(path, holder);
      granted = true;
      return () -> {
        lock.close();
        held.remove(path);
      };
    } finally {
      if (!granted) {
        held.remove(path);
      }
    }
  }

  private Path pathOf(String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new IllegalArgumentException("outside of the store: " + name);
    }
    return path;
  }

  /** A file that is written; what fails is told with its path, which the channel does not know. */
  private record LocalOutput(Path path, FileChannel channel) implements StoreOutput {

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        throw located(e);
      }
    }

    @Override
    public void sync() throws IOException {
      try {
        channel.force(true);
      } catch (IOException e) {
        throw located(e);
      }
    }

    private IOException located(IOException failure) {
      return new IOException("cannot write " + path + ": " + failure.getMessage(), failure);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
