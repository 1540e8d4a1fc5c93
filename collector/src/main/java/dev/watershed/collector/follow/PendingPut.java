package dev.watershed.collector.follow;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A window on its way into its place, in a thread of its own: packing it and waiting for the disk
 * takes about as long as reading a short one.
 */
final class PendingPut {

  private final CollectedWindow window;
  private final LogCursor cursor;
  private final FutureTask<CollectedWindow> task;

  private PendingPut(WindowSink sink, CollectedWindow window, LogCursor cursor) {
    this.window = window;
    this.cursor = cursor;
    this.task =
        new FutureTask<>(
            () -> {
              sink.put(window);
              return window;
            });
  }

  /** Sends a window on its way. */
  static PendingPut start(WindowSink sink, CollectedWindow window, LogCursor cursor) {
    PendingPut put = new PendingPut(sink, window, cursor);
    new Thread(put.task, "window of " + window.server()).start();
    return put;
  }

  CollectedWindow window() {
    return window;
  }

  LogCursor cursor() {
    return cursor;
  }

  /**
   * Waits until it is in place.
   *
   * @throws IOException if it did not get there
   */
  void await() throws IOException {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Waits until it is in place or failed, where the reading failed already. */
  void awaitEnd() {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException alsoFailed) {
      // The failure of the reading is the one to tell; the next run finds what is in place.
      return;
    }
  }
}
