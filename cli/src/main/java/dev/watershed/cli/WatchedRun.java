package dev.watershed.cli;

import dev.watershed.cli.console.CommandContext;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/**
 * A run whose metrics say how it ended, also where the process is told to end before it has
 * (SIGTERM, SIGINT). Only who is killed (SIGKILL) says nothing.
 */
final class WatchedRun {

  /** What a process ends with that is told to end. */
  static final int TOLD_TO_END = 143;

  private final CommandContext context;
  private final CommandLine main;
  private final MetricsOption metrics;
  private final Instant began;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::toldToEnd, "metrics");

  private WatchedRun(CommandContext context, CommandLine main, MetricsOption metrics) {
    this.context = context;
    this.main = main;
    this.metrics = metrics;
    this.began = context.clock().instant();
  }

  /** A run that begins now. */
  static WatchedRun begin(CommandContext context, CommandLine main, MetricsOption metrics) {
    WatchedRun run = new WatchedRun(context, main, metrics);
    Runtime.getRuntime().addShutdownHook(run.hook);
    return run;
  }

  /**
   * Says how it ended.
   *
   * @param code what the command ended with
   * @return what the process is to end with
   */
  int end(int code) {
    try {
      return metrics.add(context, main, began, code);
    } finally {
      ended.countDown();
      forget();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends at this very moment; the hook returns at once.
      return;
    }
  }

  /** What is done when the process is told to end: a command that ends in good order says how. */
  void toldToEnd() {
    if (metrics.endsInGoodOrder(main)) {
      awaitEnd();
    } else {
      metrics.add(context, main, began, TOLD_TO_END);
    }
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
