package dev.watershed.spark.store;

import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Opens the files of a store by its address. Only file systems of which it is known how they put a
 * file in place are used: elsewhere a killed task could leave half a window, or two writers could
 * overwrite each other.
 */
public final class HadoopStores {

  private HadoopStores() {}

  /**
   * The files of a store, to be read and written; nothing is read or written yet.
   *
   * @param address {@code hdfs://…}, {@code s3a://…}, {@code file:///…} or a path
   * @throws IOException if the file system cannot be reached, or is not one that is used
   */
  public static StoreFiles open(String address, Configuration configuration) throws IOException {
    return open(
        address,
        root -> FileSystems.shared(root, configuration),
        root -> FileSystems.opened(root, any -> own(any, configuration)));
  }

  /**
   * The files of a store, to be read; all who read one in this process share a file system.
   *
   * @param address as of {@link #open(String, Configuration)}
   * @throws IOException as of {@link #open(String, Configuration)}
   */
  public static StoreFiles openToRead(String address, Configuration configuration)
      throws IOException {
    FileSystems.Opening shared = root -> FileSystems.shared(root, configuration);
    return new ReadStoreFiles(open(address, shared, shared));
  }

  private static StoreFiles open(
      String address, FileSystems.Opening others, FileSystems.Opening objects) throws IOException {
    Path root = new Path(address);
    URI uri = root.toUri();
    String scheme = uri.getScheme() == null ? "file" : uri.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "file" -> new LocalStoreFiles(java.nio.file.Path.of(uri.getPath()));
      case "hdfs" -> new HadoopStoreFiles(others.of(root), root, Commit.RENAME);
      case "s3a" -> new HadoopStoreFiles(conditional(root, objects.of(root)), root, Commit.CREATE);
      default ->
          throw new IOException(
              address
                  + ": a store cannot be on "
                  + scheme
                  + ": it is not known whether that file system puts a file in place as a whole and"
                  + " only if there is none; expected hdfs://, s3a:// or a local path");
    };
  }

  /**
   * A file system that sends a file in one piece: there are services that refuse to put one over
   * another, and do not refuse it where it comes in parts.
   */
  private static FileSystem own(Path root, Configuration configuration) throws IOException {
    Configuration inOnePiece = new Configuration(configuration);
    inOnePiece.setBoolean("fs.s3a.multipart.uploads.enabled", false);
    return FileSystem.newInstance(root.toUri(), inOnePiece);
  }

  private static FileSystem conditional(Path root, FileSystem files) throws IOException {
    String option = Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
    if (!files.hasPathCapability(root, option)) {
      throw new IOException(
          root
              + ": this file system does not create a file only if there is none, which a store needs;"
              + " expected S3A of Hadoop 3.4.2 or later with fs.s3a.create.conditional.enabled and a"
              + " service that knows If-None-Match");
    }
    return files;
  }
}
