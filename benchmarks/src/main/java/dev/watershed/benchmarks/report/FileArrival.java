package dev.watershed.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** When a file came into a folder, seen by looking every few milliseconds. */
final class FileArrival implements AutoCloseable {

  private static final int LOOK_MILLIS = 5;

  private final AtomicBoolean ended;
  private final CompletableFuture<Long> seenNanos;

  private FileArrival(AtomicBoolean ended, CompletableFuture<Long> seenNanos) {
    this.ended = ended;
    this.seenNanos = seenNanos;
  }

  /**
   * Begins to look.
   *
   * @throws IOException if the file is there already
   */
  static FileArrival watch(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw new IOException(file + " is left from a run that was killed; delete it");
    }
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Long> seenNanos = new CompletableFuture<>();
    Thread thread = new Thread(() -> look(file, ended, seenNanos), "arrival of " + name);
    thread.setDaemon(true);
    thread.start();
    return new FileArrival(ended, seenNanos);
  }

  private static void look(Path file, AtomicBoolean ended, CompletableFuture<Long> seenNanos) {
    try {
      while (!ended.get() && !Files.exists(file)) {
        Thread.sleep(LOOK_MILLIS);
      }
      seenNanos.complete(System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      seenNanos.completeExceptionally(e);
    }
  }

  /** Waits until the file has come. */
  void await() {
    seenNanos.join();
  }

  /**
   * How long ago the file came, in milliseconds.
   *
   * @throws IOException if it was not seen
   */
  double millisecondsAgo() throws IOException {
    if (!seenNanos.isDone()) {
      throw new IOException("the file did not come, or was gone at once");
    }
    return (System.nanoTime() - seenNanos.join()) / 1e6;
  }

  @Override
  public void close() {
    ended.set(true);
  }
}
