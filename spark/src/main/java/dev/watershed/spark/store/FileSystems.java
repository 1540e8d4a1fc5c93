package dev.watershed.spark.store;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** File systems of Hadoop by the addresses of files on them. */
public final class FileSystems {

  private FileSystems() {}

  /** Finds the file system of a path. */
  @FunctionalInterface
  interface Opening {
    FileSystem of(Path path) throws IOException;
  }

  /**
   * The file system of a path, which all in this process share.
   *
   * @throws IOException also where its class is not there, or its host is not known
   */
  public static FileSystem shared(Path path, Configuration configuration) throws IOException {
    return opened(path, any -> any.getFileSystem(configuration));
  }

  /** Hadoop throws unchecked exceptions where the class of a scheme, or a host, cannot be found. */
  static FileSystem opened(Path path, Opening opening) throws IOException {
    try {
      return opening.of(path);
    } catch (RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      boolean objects = "s3a".equalsIgnoreCase(path.toUri().getScheme());
      throw new IOException(
          path
              + ": "
              + (cause.getMessage() == null ? cause.toString() : cause.getMessage())
              + (objects && cause instanceof ClassNotFoundException
                  ? "; S3A comes with --packages org.apache.hadoop:hadoop-aws:VERSION, of Spark's Hadoop"
                  : ""),
          e);
    }
  }
}
