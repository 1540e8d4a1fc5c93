package dev.watershed.collector.slowlog;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.transaction.StatementEffects;
import dev.watershed.collector.transaction.TransactionTracker;
import dev.watershed.sql.fingerprint.FingerprintMemo;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes the statements of a log that comes as rows, one after the other in its order, and cuts them
 * into windows of one time slot each: what {@link WindowReader} is for a file, without boundaries
 * to find. Not thread-safe.
 */
public final class RowReader {

  private final SlowLogOptions options;
  private final FingerprintTexts texts = new FingerprintTexts();
  private final StatementEffects effects = new StatementEffects();
  private final StatementLexer lexer;
  private final TransactionTracker tracker;
  private final SlotCut cut;
  private final boolean complete;
  private final OwnStatements own;
  private final LoggedHeader headers = new LoggedHeader();
  private final Header header = new Header();
  private final Execution figures = new Execution();
  private final CommentRange comment = new CommentRange();
  private WindowParts window;
  private TransactionFeed feed;
  private EventSink sink;

  /**
   * A reader that goes on where another one stopped.
   *
   * @param name the log, as the user knows it
   * @param ownAlias a name that only the statements of Watershed hold: they are left out, and
   *     counted
   */
  public RowReader(SlowLogOptions options, String name, CarriedState carried, String ownAlias)
      throws DamagedBytesException {
    this.options = options;
    this.own = new OwnStatements(ownAlias);
    this.lexer = new StatementLexer(options.sqlMode());
    ByteReader transactions = new ByteReader(carried.transactions());
    this.tracker = TransactionTracker.read(transactions);
    transactions.end();
    this.cut =
        new SlotCut(
            new EventClock(Optional.empty()), carried.slotMicros().orElse(ReaderState.NO_TIME));
    this.complete =
        options.longQueryTimeSeconds().orElse(-1) == 0 && options.sampleRate().orElse(1) == 1;
    this.window = new WindowParts(options, name);
    this.feed = window.feed(tracker, effects, complete);
    this.sink = window.sinkOfRows(texts, carried.readerState(), feed);
  }

  /**
   * Takes a statement.
   *
   * @return false if it belongs to another slot: the window is to be taken first, and the statement
   *     given again
   */
  public boolean take(LoggedStatement statement) {
    headers.read(statement, header, figures);
    if (cut.before(header, figures)) {
      if (!empty()) {
        return false;
      }
      cut.next();
    }
    byte[] marked = AdministratorCommands.marked(statement.text());
    byte[] bytes = Arrays.copyOf(marked, marked.length + Words.PADDING);
    int to = Texts.trimmedEnd(bytes, 0, marked.length);
    if (own.is(bytes, to, lexer, texts)) {
      issue(IssueReason.OWN_STATEMENTS, statement.number());
    } else {
      take(statement.number(), bytes, to);
    }
    return true;
  }

  private void take(long number, byte[] bytes, int to) {
    FingerprintMemo memo = lexer.memo();
    comment.split(bytes, 0, to);
    long known = memo.find(bytes, comment.textFrom(), comment.textTo());
    sink.header(headers.bytes(), number, header, figures);
    if (known != FingerprintMemo.UNKNOWN) {
      sink.remembered(bytes, 0, to, known, comment, lexer);
      return;
    }
    Fingerprinter fingerprinter = lexer.fingerprinter();
    fingerprinter.begin();
    int fed = fingerprinter.feed(bytes, 0, to, false);
    boolean open = fingerprinter.open();
    fingerprinter.feed(bytes, fed, to, true);
    if (!open) {
      memo.remember(bytes, comment.textFrom(), comment.textTo(), fingerprinter.digest());
    }
    sink.statement(bytes, 0, to, lexer);
  }

  /** What comes now is of another server process: no transaction goes on. */
  public void newProcess(IssueReason reason, long number) {
    issue(reason, number);
    feed.restart(number);
  }

  /** Counts something that was noticed before a place of the log. */
  public void issue(IssueReason reason, long number) {
    sink.issue(reason, 1, number);
  }

  /** Whether the window holds nothing yet. */
  public boolean empty() {
    return sink.events() == 0 && sink.issues() == 0;
  }

  /** When the slot of the window ends; empty while no statement came. */
  public Optional<Instant> slotEnd() {
    return cut.slotMicros() == ReaderState.NO_TIME
        ? Optional.empty()
        : Optional.of(Micros.toInstant(cut.slotMicros() + SlotCut.SLOT_MICROS));
  }

  /** The window as far as statements came; the next one begins. Must not be empty. */
  public ReadWindow take() {
    long slot = cut.slotMicros() == ReaderState.NO_TIME ? 0 : cut.slotMicros();
    window.add(sink);
    WindowParts full = window;
    window = full.next();
    feed = window.feed(tracker, effects, complete);
    sink = window.sinkOfRows(texts, sink.state(), feed);
    return new ReadWindow(Micros.toInstant(slot), full.build());
  }

  /** What is carried over to whoever goes on from here. */
  public CarriedState carried() {
    ByteWriter transactions = new ByteWriter();
    tracker.write(transactions);
    ReaderState state = sink.state();
    return new CarriedState(
        "", known(state.lastMicros()), 0, known(cut.slotMicros()), transactions.toByteArray());
  }

  /** How statements are read. */
  public SlowLogOptions options() {
    return options;
  }

  private static OptionalLong known(long micros) {
    return micros == ReaderState.NO_TIME ? OptionalLong.empty() : OptionalLong.of(micros);
  }
}
