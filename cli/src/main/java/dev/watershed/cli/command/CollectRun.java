package dev.watershed.cli.command;

import dev.watershed.reports.CollectedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Follows several servers at the same time, each in a thread of its own. Not in a few threads for
 * all: a disk or a network that hangs would hold up the servers behind it. A bug that shows in one
 * ends all in good order.
 */
final class CollectRun {

  private CollectRun() {}

  /** Runs all servers to their end; what became of each, in their order. */
  static List<CollectedSource> run(
      List<? extends SourceRun> servers, boolean logsEnded, Pace pace) {
    ExecutorService threads = Executors.newFixedThreadPool(servers.size());
    try {
      List<Callable<CollectedSource>> runs = new ArrayList<>();
      servers.forEach(server -> runs.add(() -> run(server, logsEnded, pace)));
      List<CollectedSource> sources = new ArrayList<>();
      for (Future<CollectedSource> ended : threads.invokeAll(runs)) {
        sources.add(ended.get());
      }
      return sources;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while collecting", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static CollectedSource run(SourceRun server, boolean logsEnded, Pace pace) {
    boolean ended = false;
    try {
      CollectedSource source = server.run(logsEnded, pace);
      ended = true;
      return source;
    } finally {
      if (!ended) {
        pace.stop();
      }
    }
  }
}
