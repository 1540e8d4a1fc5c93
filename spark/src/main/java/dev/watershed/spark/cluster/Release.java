package dev.watershed.spark.cluster;

import org.apache.spark.api.java.JavaSparkContext;

/** Gives back what is kept on a cluster. */
public final class Release {

  private Release() {}

  /** Does so while the cluster is there: what a stopped one throws would hide why it stopped. */
  public static void unlessStopped(JavaSparkContext spark, Runnable release) {
    if (!spark.sc().isStopped()) {
      release.run();
    }
  }
}
