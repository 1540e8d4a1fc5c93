package dev.watershed.spark;

import dev.watershed.cli.Main;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.spark.collect.SparkCollectCommand;
import dev.watershed.spark.read.MergeJob;
import dev.watershed.spark.store.HadoopStores;
import dev.watershed.workload.store.MergedDayFiles;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The commands of {@code watershed} behind {@code spark-submit}: {@code collect} runs on the
 * executors; for all others they merge the windows of whole days, and the driver analyses. The
 * store is on any file system that {@link HadoopStores} knows.
 */
public final class SparkMain {

  private static final String HADOOP = "spark.hadoop.";

  private SparkMain() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Cluster cluster = new Cluster();
    int code = ExitCode.BUG.code();
    try {
      code = run(CommandContext.ofProcess(), hadoop(), cluster, arguments);
    } finally {
      cluster.stop();
    }
    System.exit(code);
  }

  /** The Spark of this process, started when somebody asks. */
  private static final class Cluster implements Supplier<JavaSparkContext> {

    private Optional<JavaSparkContext> running = Optional.empty();

    @Override
    public JavaSparkContext get() {
      if (running.isEmpty()) {
        SparkConf settings = new SparkConf().setIfMissing("spark.app.name", "watershed");
        JavaSparkContext started = new JavaSparkContext(settings);
        started.setLogLevel("WARN");
        running = Optional.of(started);
      }
      return running.get();
    }

    void stop() {
      running.ifPresent(JavaSparkContext::stop);
    }
  }

  /**
   * Runs the command line and returns its exit code.
   *
   * @param hadoop settings for the file system of the store
   * @param cluster is asked for Spark when a command needs it
   */
  static int run(
      CommandContext context,
      Configuration hadoop,
      Supplier<JavaSparkContext> cluster,
      String... arguments) {
    Arguments split = Arguments.of(arguments);
    CommandContext found = context;
    if (split.store().isPresent()) {
      try {
        String store = address(context, split.store().get());
        found =
            context.with(
                new MergedDayFiles(HadoopStores.open(store, hadoop), new MergeJob(cluster, store)));
      } catch (IOException | IllegalArgumentException e) {
        context.say("--store: " + e.getMessage());
        return ExitCode.USAGE.code();
      }
    }
    return Main.run(
        found, new SparkCollectCommand(found, cluster), split.others().toArray(String[]::new));
  }

  /** A path without a file system is seen from here: executors work in other folders. */
  private static String address(CommandContext context, String store) {
    return new Path(store).toUri().getScheme() == null ? context.path(store).toString() : store;
  }

  /** Hadoop's settings, with those that spark-submit was given. */
  private static Configuration hadoop() {
    Configuration configuration = new Configuration();
    for (scala.Tuple2<String, String> setting : new SparkConf().getAll()) {
      if (setting._1().startsWith(HADOOP)) {
        configuration.set(setting._1().substring(HADOOP.length()), setting._2());
      }
    }
    return configuration;
  }
}
