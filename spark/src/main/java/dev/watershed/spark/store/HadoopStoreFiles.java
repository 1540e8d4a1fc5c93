package dev.watershed.spark.store;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** A store on a file system of Hadoop. */
final class HadoopStoreFiles implements StoreFiles {

  private final FileSystem files;
  private final Path root;
  private final Commit commit;

  HadoopStoreFiles(FileSystem files, Path root, Commit commit) {
    this.files = files;
    this.root = files.makeQualified(root);
    this.commit = commit;
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    Path path = pathOf(folder);
    try {
      for (FileStatus entry : files.listStatus(path)) {
        if (!entry.getPath().equals(path)) {
          names.add(entry.getPath().getName());
        }
      }
    } catch (FileNotFoundException absent) {
      return List.of();
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    Path path = pathOf(name);
    try {
      FileStatus status = files.getFileStatus(path);
      if (status.isDirectory()) {
        throw new IOException(path + " is a folder");
      }
      try (InputStream stream = files.open(path)) {
        return FetchedBytes.of(path.toString(), stream, status.getLen());
      }
    } catch (FileNotFoundException absent) {
      NoSuchFileException none = new NoSuchFileException(path.toString());
      none.initCause(absent);
      throw none;
    }
  }

  @Override
  public void put(String name, List<ByteBuffer> parts) throws IOException {
    Path path = pathOf(name);
    if (commit == Commit.CREATE) {
      CreatedFile.write(files.createFile(path).recursive().overwrite(true).build(), parts);
    } else {
      Path temporary = temporary(path);
      CreatedFile.write(files.createFile(temporary).recursive().overwrite(true).build(), parts);
      context().rename(temporary, path, Options.Rename.OVERWRITE);
    }
  }

  @Override
  public boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException {
    Path path = pathOf(name);
    return commit == Commit.CREATE
        ? ConditionalFile.create(files, path, parts)
        : rename(path, parts);
  }

  private boolean rename(Path path, List<ByteBuffer> parts) throws IOException {
    Path temporary = temporary(path);
    CreatedFile.write(files.createFile(temporary).recursive().overwrite(true).build(), parts);
    boolean renamed = false;
    try {
      context().rename(temporary, path, Options.Rename.NONE);
      renamed = true;
      return true;
    } catch (FileAlreadyExistsException present) {
      return false;
    } finally {
      if (!renamed) {
        files.delete(temporary, false);
      }
    }
  }

  @Override
  public void delete(String name) throws IOException {
    files.delete(pathOf(name), false);
  }

  @Override
  public void settle(String folder) {
    // HDFS has written a deletion to its journal when it answers; an object store likewise.
  }

  @Override
  public void deleteUnfinished(String folder) throws IOException {
    for (String name : list(folder)) {
      if (name.startsWith(TEMPORARY_PREFIX)) {
        files.delete(new Path(pathOf(folder), name), false);
      }
    }
  }

  @Override
  public StoreLock lock(String name, String holder) throws IOException {
    return commit == Commit.RENAME
        ? LeaseLock.acquire(files, pathOf(name), holder)
        : ObjectLock.acquire(this, name, holder);
  }

  private FileContext context() throws IOException {
    return FileContext.getFileContext(files.getUri(), files.getConf());
  }

  private static Path temporary(Path path) {
    return new Path(path.getParent(), TEMPORARY_PREFIX + UUID.randomUUID() + "-" + path.getName());
  }

  private Path pathOf(String name) {
    if (List.of(name.split("/", -1)).contains("..")) {
      throw new IllegalArgumentException("outside of the store: " + name);
    }
    return name.isEmpty() ? root : new Path(root, name);
  }
}
