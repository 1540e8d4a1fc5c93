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
   * The files of a store; nothing is read or written.
   *
   * @param address {@code hdfs://…}, {@code s3a://…}, {@code file:///…} or a path
   * @throws IOException if the file system cannot be reached, or is not one that is used
   */
  public static StoreFiles open(String address, Configuration configuration) throws IOException {
    Path root = new Path(address);
    URI uri = root.toUri();
    String scheme = uri.getScheme() == null ? "file" : uri.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "file" -> new LocalStoreFiles(java.nio.file.Path.of(uri.getPath()));
      case "hdfs" -> new HadoopStoreFiles(root.getFileSystem(configuration), root, Commit.RENAME);
      case "s3a" -> new HadoopStoreFiles(conditional(root, configuration), root, Commit.CREATE);
      default ->
          throw new IOException(
              address
                  + ": a store cannot be on "
                  + scheme
                  + ": it is not known whether that file system puts a file in place as a whole and"
                  + " only if there is none; expected hdfs://, s3a:// or a local path");
    };
  }

  private static FileSystem conditional(Path root, Configuration configuration) throws IOException {
    FileSystem files = root.getFileSystem(configuration);
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
