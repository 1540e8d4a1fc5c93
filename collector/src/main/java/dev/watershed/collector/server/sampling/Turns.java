package dev.watershed.collector.server.sampling;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Lets few servers at once compare samples and write windows, which takes much memory for a short
 * time: however many servers there are, so many of them need it. Whoever has a turn waits for no
 * server, so that none delays another; the rest of a look, asking and waiting, needs no turn.
 */
public final class Turns {

  private static final int AT_ONCE = 2;

  private final Semaphore free;

  private Turns(int atOnce) {
    this.free = new Semaphore(atOnce, true);
  }

  /** For servers that are sampled at the same time: two have a turn, and the others wait. */
  public static Turns standard() {
    return new Turns(AT_ONCE);
  }

  /** What is done in a turn. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Does something in a turn, and waits for one where there is none. */
  void take(Work work) throws IOException {
    free.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      free.release();
    }
  }
}
