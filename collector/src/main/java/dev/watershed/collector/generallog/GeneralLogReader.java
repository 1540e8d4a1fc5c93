package dev.watershed.collector.generallog;

import dev.watershed.collector.slowlog.GroupFinder;
import dev.watershed.collector.slowlog.LiteralScanner;
import dev.watershed.collector.slowlog.SlidingBuffer;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.IssueReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a general log from its start to its end and follows each connection's account and schema.
 * Holds of the log what a decision needs, at most twice 16 MB. The rules stand in {@code
 * docs/general-log.md}.
 */
final class GeneralLogReader {

  static final String CONNECT = "Connect";

  private static final int WINDOW = 1 << 20;
  private static final int MOST_SESSIONS = 1 << 16;
  private static final int LONGEST_ARGUMENT = 4 << 10;

  private final SlidingBuffer buffer;
  private final SentStatements statements;
  private final Sessions sessions = new Sessions(MOST_SESSIONS);
  private final LineFinder finder;
  private final OpenLiteral openLiteral;
  private final LiteralScanner scanner;
  private final Map<IssueReason, Long> issues = new EnumMap<>(IssueReason.class);
  private final int ipv4NetworkBits;
  private final int keptBytes;
  private String time = "";

  GeneralLogReader(SlidingBuffer.Source source, SlowLogOptions options, SentStatements statements) {
    this(source, options, statements, WINDOW, LineFinder.BYTES);
  }

  /** For tests: windows and statements as small as one likes. */
  GeneralLogReader(
      SlidingBuffer.Source source,
      SlowLogOptions options,
      SentStatements statements,
      int window,
      int farBytes) {
    this.buffer = new SlidingBuffer(source, 0, window);
    this.ipv4NetworkBits = options.ipv4NetworkBits();
    this.keptBytes = window / 2;
    this.statements = statements;
    this.finder = new LineFinder(buffer, farBytes);
    this.openLiteral = new OpenLiteral(buffer, farBytes, sessions);
    this.scanner = new LiteralScanner(options.sqlMode());
  }

  /** Reads all of it. */
  void read() throws IOException {
    int at = first();
    while (at < buffer.limit()) {
      if (at >= keptBytes) {
        buffer.drop(at);
        at = 0;
      }
      at = finder.banner(at) ? banner(at) : event(at);
    }
  }

  /** How often something could not be taken as it stands. */
  Map<IssueReason, Long> issues() {
    return issues;
  }

  private int first() throws IOException {
    int from = 0;
    boolean lineStart = true;
    boolean something = false;
    int next = finder.next(from, lineStart, from);
    while (next == LineFinder.FAR) {
      something = true;
      buffer.drop(finder.reached());
      next = finder.next(0, finder.reachedLineStart(), 0);
    }
    if (something || next > from) {
      issue(IssueReason.TRUNCATED_START);
    }
    return next;
  }

  private int banner(int at) throws IOException {
    sessions.banner();
    return lead(GroupFinder.behindBanner(buffer.bytes(), at, buffer.limit()), true);
  }

  private int event(int at) throws IOException {
    HeaderLine header = HeaderLine.at(buffer.bytes(), at, buffer.limit()).orElseThrow();
    time = header.time().isEmpty() ? time : header.time();
    boolean statement =
        header.command().equals(HeaderLine.QUERY) || header.command().equals("Execute");
    int text = header.argumentFrom();
    return statement ? statement(header, text) : command(header, text);
  }

  /** What is no statement: its argument has no literals, and ends where the next event begins. */
  private int command(HeaderLine header, int text) throws IOException {
    boolean written = header.command().equals("Prepare");
    int next = written ? end(text, Optional.empty()) : lead(text, false);
    int to = Math.min(next, Math.min(buffer.limit(), text + LONGEST_ARGUMENT));
    String argument =
        written || to < text
            ? ""
            : new String(buffer.bytes(), text, to - text, StandardCharsets.UTF_8).strip();
    long connection = header.connection();
    switch (header.command()) {
      case CONNECT ->
          LoggedAccount.session(argument, ipv4NetworkBits)
              .ifPresentOrElse(
                  session -> sessions.connect(connection, session), () -> sessions.end(connection));
      case "Change user" ->
          LoggedAccount.session(argument, ipv4NetworkBits)
              .ifPresentOrElse(
                  session -> sessions.change(connection, session), () -> sessions.end(connection));
      case "Init DB" -> sessions.use(connection, argument);
      case "Quit" -> sessions.end(connection);
      default -> {}
    }
    return next;
  }

  private int statement(HeaderLine header, int text) throws IOException {
    Session session = sessions.of(header.connection());
    if (!session.accounted()) {
      issue(IssueReason.NO_USER);
    }
    return end(text, Optional.of(header));
  }

  /** The next beginning behind {@code from}, without a look at literals. */
  private int lead(int from, boolean lineStart) throws IOException {
    int next = finder.next(from, lineStart, from);
    while (next == LineFinder.FAR) {
      buffer.drop(finder.reached());
      next = finder.next(0, finder.reachedLineStart(), 0);
    }
    return next;
  }

  /**
   * Follows a text to its end, and takes the statement.
   *
   * @param header of the event; empty where the text is not taken
   */
  private int end(int text, Optional<HeaderLine> header) throws IOException {
    scanner.reset();
    int start = text;
    int scanned = text;
    int decided = -1;
    boolean lineStart = false;
    boolean cut = false;
    while (true) {
      int next = finder.next(scanned, lineStart, start);
      int to = next == LineFinder.FAR ? finder.reached() : next;
      scanner.scan(buffer.bytes(), scanned, to);
      scanned = to;
      if (next == LineFinder.FAR) {
        if (!cut) {
          take(header, start, to, true);
          issue(IssueReason.LONG_STATEMENT);
        }
        cut = true;
        lineStart = finder.reachedLineStart();
        buffer.drop(to);
        decided = Math.max(-1, decided - to);
        start = 0;
        scanned = 0;
        continue;
      }
      boolean boundary = next >= buffer.limit() || !scanner.open();
      if (!boundary && next >= decided) {
        boundary = eventAt(next);
        decided = openLiteral.textEnd();
      }
      if (boundary) {
        if (!cut) {
          take(header, start, next, false);
        }
        return next;
      }
      lineStart = false;
    }
  }

  /** Whether an event begins inside an open literal. */
  private boolean eventAt(int next) throws IOException {
    OpenLiteral.Verdict verdict = openLiteral.decide(next, scanner, time);
    issue(
        switch (verdict) {
          case TEXT -> IssueReason.EVENT_IN_LITERAL;
          case UNTERMINATED -> IssueReason.UNTERMINATED_LITERAL;
          case SUSPENDED -> IssueReason.SUSPENDED_LITERAL;
        });
    return verdict != OpenLiteral.Verdict.TEXT;
  }

  private void take(Optional<HeaderLine> header, int from, int to, boolean cut) {
    if (header.isEmpty()) {
      return;
    }
    long connection = header.get().connection();
    byte[] bytes = buffer.bytes();
    if (cut || !PacketStatements.several(bytes, from, to)) {
      sent(connection, bytes, from, to, cut);
    } else {
      for (byte[] each : PacketStatements.of(bytes, from, to)) {
        sent(connection, each, 0, each.length, false);
      }
    }
  }

  private void sent(long connection, byte[] bytes, int from, int to, boolean cut) {
    int end = to;
    while (end > from && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
      end--;
    }
    UseStatement.schema(bytes, from, end).ifPresent(schema -> sessions.use(connection, schema));
    statements.add(sessions.of(connection), bytes, from, end, cut);
  }

  private void issue(IssueReason reason) {
    issues.merge(reason, 1L, Long::sum);
  }
}
