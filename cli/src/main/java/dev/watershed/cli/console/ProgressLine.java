package dev.watershed.cli.console;

import dev.watershed.reports.Units;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far a long reading is, on one line of a terminal that is rewritten a few times a second and
 * wiped at the end. Says nothing where nobody looks, and nothing about what is done at once. Safe
 * to be told from several threads.
 */
public final class ProgressLine implements AutoCloseable {

  private static final long SILENT_MILLIS = 400;
  private static final long EVERY_MILLIS = 120;
  private static final String START_OF_LINE = "\r\u001b[K";

  private final CommandContext context;
  private final Clock clock;
  private final long startMillis;
  private final AtomicLong nextMillis;
  private boolean shown;

  public ProgressLine(CommandContext context) {
    this.context = context;
    this.clock = context.clock();
    this.startMillis = clock.millis();
    this.nextMillis = new AtomicLong(startMillis + SILENT_MILLIS);
  }

  /**
   * Takes note.
   *
   * @param bytes read so far
   * @param totalBytes of all inputs; −1 when it is not known
   */
  public void read(long bytes, long totalBytes) {
    if (!context.errorIsTerminal()) {
      return;
    }
    long now = clock.millis();
    long next = nextMillis.get();
    if (now >= next && nextMillis.compareAndSet(next, now + EVERY_MILLIS)) {
      show(line(bytes, totalBytes, now - startMillis));
    }
  }

  private static String line(long bytes, long totalBytes, long millis) {
    Optional<String> part =
        totalBytes > 0 && bytes <= totalBytes
            ? Optional.of(Units.percent((double) bytes / totalBytes) + " of ")
            : Optional.empty();
    String amount = part.orElse("") + Units.bytes(part.isPresent() ? totalBytes : bytes);
    String speed = Units.bytes(bytes * 1_000 / Math.max(1, millis)) + "/s";
    return "reading  " + amount + "  " + speed;
  }

  private synchronized void show(String line) {
    context.error().print(START_OF_LINE + line);
    context.error().flush();
    shown = true;
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (shown) {
      context.error().print(START_OF_LINE);
      context.error().flush();
      shown = false;
    }
  }
}
