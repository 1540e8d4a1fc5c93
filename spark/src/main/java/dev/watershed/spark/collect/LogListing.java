package dev.watershed.spark.collect;

import dev.watershed.spark.cluster.Attempts;
import dev.watershed.spark.collect.ReadHead.Head;
import dev.watershed.spark.collect.ReadHead.Listed;
import dev.watershed.spark.store.FileSystems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * The files that a pattern matches, by server.
 *
 * @param heads of a server, those that could not be read as well
 */
record LogListing(Map<String, List<Head>> heads) {

  /** So many files are looked at by one task. */
  private static final int FILES_PER_TASK = 64;

  /**
   * Lists the files and looks at the beginning of each.
   *
   * @throws IOException if the file system cannot be asked
   */
  static LogListing of(
      JavaSparkContext spark,
      Broadcast<HashMap<String, String>> settings,
      Configuration configuration,
      LogPattern pattern)
      throws IOException {
    List<Listed> files = files(configuration, pattern);
    Map<String, List<Head>> byServer = new TreeMap<>();
    int tasks = Math.max(1, (files.size() + FILES_PER_TASK - 1) / FILES_PER_TASK);
    for (Head head :
        spark
            .parallelize(files, tasks)
            .map(new ReadHead(settings, Attempts.of(spark.getConf())))
            .collect()) {
      byServer.computeIfAbsent(head.file().server(), server -> new ArrayList<>()).add(head);
    }
    return new LogListing(byServer);
  }

  private static List<Listed> files(Configuration configuration, LogPattern pattern)
      throws IOException {
    Path glob = new Path(pattern.glob());
    FileStatus[] matched = FileSystems.shared(glob, configuration).globStatus(glob);
    List<Listed> files = new ArrayList<>();
    for (FileStatus file : matched == null ? new FileStatus[0] : matched) {
      Optional<String> server = pattern.serverOf(file.getPath().toUri().getPath());
      if (file.isFile() && server.isPresent()) {
        files.add(
            new Listed(
                server.get(),
                file.getPath().toString(),
                file.getLen(),
                TimeUnit.MILLISECONDS.toMicros(file.getModificationTime())));
      }
    }
    return files;
  }
}
