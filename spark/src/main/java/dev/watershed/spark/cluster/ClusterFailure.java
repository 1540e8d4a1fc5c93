package dev.watershed.spark.cluster;

import java.util.Objects;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/**
 * Why a cluster gave up.
 *
 * @param reason the first line of what Spark says
 * @param outOfMemory whether a task had too little memory
 */
public record ClusterFailure(String reason, boolean outOfMemory) {

  public ClusterFailure {
    Objects.requireNonNull(reason, "reason");
  }

  /** What helps, in brackets behind a space; empty where nobody knows. */
  public String advice() {
    return outOfMemory ? " (--executor-memory of spark-submit gives its executors more)" : "";
  }

  /**
   * The failure behind an exception. Spark throws checked ones that it does not declare, and others
   * for settings that it cannot start with, such as too little memory; those that are none of a
   * cluster are thrown again.
   *
   * @return empty for exceptions that somebody declared
   */
  public static Optional<ClusterFailure> of(Exception exception) {
    if (exception instanceof SparkThrowable) {
      String message = String.valueOf(exception.getMessage());
      return Optional.of(
          new ClusterFailure(
              message.lines().findFirst().orElse(""), message.contains("OutOfMemoryError")));
    }
    if (exception instanceof RuntimeException bug) {
      throw bug;
    }
    return Optional.empty();
  }
}
