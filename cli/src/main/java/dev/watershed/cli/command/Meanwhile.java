package dev.watershed.cli.command;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What a thread of its own reads while the caller goes on. That thread does not keep the process
 * alive: who fails meanwhile need not wait for it.
 */
final class Meanwhile<T> {

  /** Reads something. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException;
  }

  private final FutureTask<T> task;

  private Meanwhile(FutureTask<T> task) {
    this.task = task;
  }

  /**
   * Begins to read.
   *
   * @param what names the thread
   */
  static <T> Meanwhile<T> begin(String what, Reading<T> reading) {
    FutureTask<T> task = new FutureTask<>(reading::read);
    Thread thread = new Thread(task, what);
    thread.setDaemon(true);
    thread.start();
    return new Meanwhile<>(task);
  }

  /**
   * What was read; waits for it.
   *
   * @throws IOException if the reading did
   * @throws IllegalStateException with the cause, if the reading failed otherwise
   */
  T result() throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
