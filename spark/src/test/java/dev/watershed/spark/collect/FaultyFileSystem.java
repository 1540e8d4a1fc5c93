package dev.watershed.spark.collect;

import dev.watershed.collector.follow.StretchReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A local disk on which opening a log may go wrong. What goes wrong lies as files in a folder; each
 * happens once, in whichever process comes first.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {

  /** The setting that names the folder. */
  static final String FOLDER = "faulty.folder";

  private static final int SLOW_SECONDS = 20;

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    java.nio.file.Path folder = Paths.get(getConf().get(FOLDER));
    try (DirectoryStream<java.nio.file.Path> faults = Files.newDirectoryStream(folder)) {
      for (java.nio.file.Path fault : faults) {
        String[] words = fault.getFileName().toString().split("_", -1);
        boolean due = words[0].equals("head") != inStretch();
        if (due && path.toString().contains(words[1]) && Files.deleteIfExists(fault)) {
          happen(words[0], path);
        }
      }
    }
    return super.open(path, bufferSize);
  }

  /** Whether a stretch is read, and not the first bytes of a file. */
  private static boolean inStretch() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame -> frame.getClassName().equals(StretchReader.class.getName())));
  }

  private static void happen(String fault, Path path) throws IOException {
    switch (fault) {
      case "fail", "head" -> throw new IOException(path + ": input/output error");
      case "halt" -> Runtime.getRuntime().halt(137);
      default -> {
        try {
          TimeUnit.SECONDS.sleep(SLOW_SECONDS);
        } catch (InterruptedException killed) {
          Thread.currentThread().interrupt();
          throw new IOException("killed", killed);
        }
      }
    }
  }
}
