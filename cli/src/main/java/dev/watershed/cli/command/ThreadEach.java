package dev.watershed.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Deals with several servers at the same time, each in a thread of its own. Not in a few threads
 * for all: a disk or a network that hangs would hold up the servers behind it.
 */
final class ThreadEach {

  private ThreadEach() {}

  /**
   * What a function makes of each, in their order; returns when all are done.
   *
   * @param servers at least one
   * @throws IllegalStateException with the cause, if it fails for one
   */
  static <T, R> List<R> map(List<? extends T> servers, Function<T, R> function) {
    ExecutorService threads = Executors.newFixedThreadPool(servers.size());
    try {
      List<Callable<R>> calls = new ArrayList<>();
      servers.forEach(server -> calls.add(() -> function.apply(server)));
      List<R> results = new ArrayList<>();
      for (Future<R> ended : threads.invokeAll(calls)) {
        results.add(ended.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
