package dev.watershed.collector.slowlog;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.sql.fingerprint.FingerprintMemo;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes the statements of a log that comes as rows, one after the other in its order, and cuts them
 * into windows of one time slot each: what {@link WindowReader} is for a file, without boundaries
 * to find. Not thread-safe.
 */
public final class RowReader {

  private final SlowLogOptions options;
  private final SlotWindow window;
  private final OwnStatements own;
  private final LoggedHeader headers = new LoggedHeader();
  private final Header header = new Header();
  private final Execution figures = new Execution();
  private final CommentRange comment = new CommentRange();
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
    this.window = new SlotWindow(options, name, carried, new EventClock(Optional.empty()));
    this.feed = window.feed();
    this.sink = window.parts().sinkOfRows(window.texts(), carried.readerState(), feed);
  }

  /**
   * Takes a statement.
   *
   * @return false if it belongs to another slot: the window is to be taken first, and the statement
   *     given again
   */
  public boolean take(LoggedStatement statement) {
    headers.read(statement, header, figures);
    if (window.cut().before(header, figures)) {
      if (!empty()) {
        return false;
      }
      window.cut().next();
    }
    byte[] marked = AdministratorCommands.marked(statement.text());
    byte[] bytes = Arrays.copyOf(marked, marked.length + Words.PADDING);
    int to = Texts.trimmedEnd(bytes, 0, marked.length);
    if (own.is(bytes, to, window.lexer(), window.texts())) {
      issue(IssueReason.OWN_STATEMENTS, statement.number());
    } else {
      take(statement.number(), bytes, to);
    }
    return true;
  }

  private void take(long number, byte[] bytes, int to) {
    StatementLexer lexer = window.lexer();
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
    return window.slotEnd();
  }

  /** The window as far as statements came; the next one begins. Must not be empty. */
  public ReadWindow take() {
    window.parts().add(sink);
    ReadWindow full = window.take();
    feed = window.feed();
    sink = window.parts().sinkOfRows(window.texts(), sink.state(), feed);
    return full;
  }

  /** What is carried over to whoever goes on from here. */
  public CarriedState carried() {
    return window.carried("", sink.state().lastMicros(), 0);
  }

  /** How statements are read. */
  public SlowLogOptions options() {
    return options;
  }
}
