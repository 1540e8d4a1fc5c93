package dev.watershed.collector.slowlog;

import dev.watershed.workload.WorkloadBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads a part of a log into a builder of its own. A part inside a log starts at the first full
 * group in it: a guess that holds if the reader of the part before stops exactly there.
 */
final class PartReader {

  /** The normal size of the window: small enough to stay in a processor's second-level cache. */
  static final int WINDOW = 512 << 10;

  private static final int HEAD = 4 << 10;

  private final SlowLogOptions options;
  private final int window;
  private final FingerprintTexts texts = new FingerprintTexts();
  private final Queue<StatementLexer> idleLexers = new ConcurrentLinkedQueue<>();

  /**
   * @param window the size of the window in bytes
   */
  PartReader(SlowLogOptions options, int window) {
    this.options = options;
    this.window = window;
  }

  /** Reads from the start of a log, or from the start of an event with its state known. */
  PartResult readFrom(SlidingBuffer.Source source, Part part, long start, ReaderState state)
      throws IOException {
    return read(new SlidingBuffer(source, start, window), part, start, state);
  }

  /** Reads from the first full group in a part; the source begins at the byte before the part. */
  PartResult readGuessing(SlidingBuffer.Source source, Part part) throws IOException {
    SlidingBuffer buffer = new SlidingBuffer(source, part.from() - 1, window);
    return GuessedStart.goTo(buffer, options, part.to())
        ? read(buffer, part, buffer.offset(0), ReaderState.unknown())
        : nothing(part);
  }

  private PartResult read(SlidingBuffer buffer, Part part, long start, ReaderState state)
      throws IOException {
    WorkloadBuilder builder = new WorkloadBuilder(options.bounds());
    EventSink sink = new EventSink(builder, part.file(), options, texts, state);
    StatementLexer idle = idleLexers.poll();
    StatementLexer lexer = idle == null ? new StatementLexer(options.sqlMode()) : idle;
    EventReader reader = new EventReader(buffer, sink, options, lexer, WindowCut.NEVER);
    buffer.more();
    String head =
        new String(buffer.bytes(), 0, Math.min(HEAD, buffer.limit()), StandardCharsets.ISO_8859_1);
    long stop = reader.read(start == 0, part.to());
    idleLexers.add(lexer);
    return new PartResult(
        start, stop, buffer.offset(buffer.limit()), builder, sink, Optional.empty(), head);
  }

  private PartResult nothing(Part part) {
    WorkloadBuilder builder = new WorkloadBuilder(options.bounds());
    EventSink sink = new EventSink(builder, part.file(), options, texts, ReaderState.unknown());
    return new PartResult(-1, part.to(), part.to(), builder, sink, Optional.empty(), "");
  }
}
