package dev.watershed.spark.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;

/** How often Spark tries a task before it gives up. */
public final class Attempts {

  private static final Pattern LOCAL = Pattern.compile("local(\\[[^,\\]]*(,\\s*(\\d+))?\\s*\\])?");
  private static final int USUAL = 4;

  private Attempts() {}

  /** For a driver with these settings; in local mode the master says it. */
  public static int of(SparkConf settings) {
    Matcher local = LOCAL.matcher(settings.get("spark.master", ""));
    if (local.matches()) {
      return local.group(3) == null ? 1 : Integer.parseInt(local.group(3));
    }
    return settings.getInt("spark.task.maxFailures", USUAL);
  }

  /**
   * Whether the task of this thread is tried again if it fails. Copies of it that were preempted or
   * ran speculatively count as tries: then a failure is told that one more try might have avoided.
   *
   * @param attempts how often a task is tried
   */
  public static boolean more(int attempts) {
    return TaskContext.get().attemptNumber() + 1 < attempts;
  }
}
