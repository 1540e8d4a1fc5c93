package dev.watershed.spark.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/** How often Spark tries a task before it gives up: in local mode the master says it. */
public final class Attempts {

  private static final Pattern LOCAL = Pattern.compile("local(\\[[^,\\]]*(,\\s*(\\d+))?\\s*\\])?");
  private static final int USUAL = 4;

  private Attempts() {}

  /** For a driver with these settings. */
  public static int of(SparkConf settings) {
    Matcher local = LOCAL.matcher(settings.get("spark.master", ""));
    if (local.matches()) {
      return local.group(3) == null ? 1 : Integer.parseInt(local.group(3));
    }
    return settings.getInt("spark.task.maxFailures", USUAL);
  }
}
