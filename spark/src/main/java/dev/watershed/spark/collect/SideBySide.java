package dev.watershed.spark.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs what can run at the same time, one for each core. */
final class SideBySide {

  private SideBySide() {}

  /**
   * Runs all of them to their end, also where one fails: what they share may be closed afterwards.
   *
   * @return what they gave, in their order
   * @throws Exception that of the first in their order that failed
   */
  static <T> List<T> run(List<Callable<T>> calls) throws Exception {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> ended : threads.invokeAll(calls)) {
        results.add(result(ended));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> ended) throws Exception {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception failure) {
        throw failure;
      }
      throw e;
    }
  }
}
