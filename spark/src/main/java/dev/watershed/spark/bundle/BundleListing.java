package dev.watershed.spark.bundle;

import dev.watershed.cli.command.BundleFile;
import dev.watershed.spark.store.FileSystems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the bundles that patterns match. */
public final class BundleListing {

  private BundleListing() {}

  /**
   * The addresses of the files, each once, those of a pattern in their order.
   *
   * @param patterns of files, and of folders of {@code *.bundle}
   * @throws IOException if a file system cannot be asked, or one of them matches nothing
   */
  public static List<String> of(List<String> patterns, Configuration configuration)
      throws IOException {
    List<String> addresses = new ArrayList<>();
    for (String pattern : patterns) {
      List<String> found = of(pattern, configuration);
      if (found.isEmpty()) {
        throw new IOException(pattern + ": no bundle matches it");
      }
      addresses.addAll(found);
    }
    return addresses.stream().distinct().toList();
  }

  private static List<String> of(String pattern, Configuration configuration) throws IOException {
    Path path = new Path(pattern);
    FileSystem files = FileSystems.shared(path, configuration);
    FileStatus[] matched = files.globStatus(path);
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus entry : matched == null ? new FileStatus[0] : matched) {
      if (entry.isFile()) {
        found.add(entry);
      } else {
        for (FileStatus inside : files.listStatus(entry.getPath())) {
          if (inside.isFile() && BundleFile.isNamed(inside.getPath().getName())) {
            found.add(inside);
          }
        }
      }
    }
    return found.stream()
        .map(file -> file.getPath().toString())
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
