package dev.watershed.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that runs for long end in good order when the process is told to end (SIGTERM,
 * SIGINT): the process lives on until the command has finished. It then ends with the code of the
 * signal, 143 or 130.
 */
public final class Termination implements AutoCloseable {

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::endInGoodOrder, "termination");

  private Termination() {}

  /** Waits for the signal from now on. */
  public static Termination install() {
    Termination termination = new Termination();
    Runtime.getRuntime().addShutdownHook(termination.hook);
    return termination;
  }

  /** Tells the command to end, as a signal does. */
  public void request() {
    requested.countDown();
  }

  /** Whether the process was told to end. */
  public boolean requested() {
    return requested.getCount() == 0;
  }

  /** Waits, at most until the process is told to end. */
  public void await(Duration duration) {
    try {
      if (requested.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request();
    }
  }

  private void endInGoodOrder() {
    request();
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has finished. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process ends at this very moment; the hook returns at once.
        return;
      }
    }
  }
}
