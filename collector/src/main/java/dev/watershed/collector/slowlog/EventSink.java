package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.WorkloadBuilder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes the events of one part of a log, gives each its digest, schema, origin and time, and adds
 * it to the builder. Holds the state that an event takes over from the ones before it.
 */
final class EventSink {

  private static final long ALWAYS_LOGGED_MICROS = 10_000_000L;
  private static final byte[] NO_BYTES = new byte[Words.PADDING];
  private static final byte[] NO_COMMENT = {};

  private final WorkloadBuilder builder;
  private final int file;
  private final long sampleRate;
  private final long sinceMicros;
  private final long untilMicros;
  private final boolean carried;
  private final EventClock clock;
  private final Origins origins;
  private final SchemaNames schemas;
  private final EventTexts texts;
  private final SpecialStatements special = new SpecialStatements();
  private final HeldIssues issues;
  private final Optional<TransactionFeed> transactions;
  private final boolean inherits;

  // The state of the file.
  private int schemaIndex;
  private String schemaName;
  private long lastMicros;
  private long decidedUntil;
  private int generation;

  // What the parts are put together with.
  private boolean needsCarriedTime;
  private long carriedSchemaEvents;
  private long firstCarriedSchemaOffset = Long.MAX_VALUE;
  private boolean anyGroup;
  private long events;

  // What holds if the event at hand has to be read again.
  private Optional<ReaderState> before = Optional.empty();
  private boolean restarted;

  // The event at hand.
  private Execution execution = new Execution();
  private long offset;
  private boolean readable;
  private boolean inherited;
  private final UserBytes user = new UserBytes();
  private byte[] commentBytes = NO_COMMENT;
  private byte[] prefix = NO_BYTES;

  EventSink(
      WorkloadBuilder builder,
      int file,
      SlowLogOptions options,
      FingerprintTexts texts,
      ReaderState state) {
    this(
        builder,
        file,
        options,
        texts,
        state,
        new HeldIssues(builder, file),
        Optional.empty(),
        true);
  }

  /**
   * For a log that is followed.
   *
   * @param transactions where events go that may belong to a transaction
   * @param inherits whether an event that names no schema takes over the one before; otherwise it
   *     has none
   */
  EventSink(
      WorkloadBuilder builder,
      int file,
      SlowLogOptions options,
      FingerprintTexts texts,
      ReaderState state,
      HeldIssues issues,
      Optional<TransactionFeed> transactions,
      boolean inherits) {
    this.inherits = inherits;
    this.issues = issues;
    this.transactions = transactions;
    this.texts = new EventTexts(builder, file, texts);
    this.builder = builder;
    this.file = file;
    this.sampleRate = options.sampleRate().orElse(1);
    this.sinceMicros = options.since().map(Micros::of).orElse(Long.MIN_VALUE);
    this.untilMicros = options.until().map(Micros::of).orElse(Long.MAX_VALUE);
    this.clock = new EventClock(options.timeZone());
    this.origins = new Origins(builder, options.tagKeys(), options.ipv4NetworkBits());
    this.schemas = new SchemaNames(builder);
    this.carried = state.carried();
    this.schemaIndex =
        carried ? WorkloadBuilder.CARRIED_SCHEMA : builder.schemaIndex(state.schema());
    this.schemaName = builder.schemaName(schemaIndex);
    this.lastMicros = state.lastMicros();
    this.decidedUntil = state.decidedUntil();
    this.generation = builder.generation();
  }

  /** The state behind the last event that is certain. */
  ReaderState state() {
    return before.orElseGet(this::stateNow);
  }

  private ReaderState stateNow() {
    boolean nothingStated = schemaIndex == WorkloadBuilder.CARRIED_SCHEMA;
    return new ReaderState(
        nothingStated ? "" : schemaName, lastMicros, decidedUntil, nothingStated);
  }

  /** Whether an event needed a time from before this part, which nobody knew. */
  boolean needsCarriedTime() {
    return needsCarriedTime;
  }

  /** How many events took over the schema in force where this part began. */
  long carriedSchemaEvents() {
    return carriedSchemaEvents;
  }

  long firstCarriedSchemaOffset() {
    return firstCarriedSchemaOffset;
  }

  /** Whether there was a header or a banner, be it damaged. */
  boolean anyGroup() {
    return anyGroup;
  }

  long events() {
    return events;
  }

  long issues() {
    return issues.places();
  }

  /** Holds back what comes from now on until {@link #release()}: it may have to be read again. */
  void hold() {
    if (before.isEmpty()) {
      before = Optional.of(stateNow());
      issues.hold();
    }
  }

  boolean holds() {
    return before.isPresent();
  }

  /** What was held back is certain. */
  void release() {
    before = Optional.empty();
    issues.release();
    if (restarted) {
      restarted = false;
      transactions.ifPresent(feed -> feed.restart(offset));
    }
  }

  /** The end of the last event, for the comparison with what stands in a literal. */
  GroupTime lastTime() {
    needsCarriedTime |= carried && lastMicros == ReaderState.NO_TIME;
    return new GroupTime(lastMicros, false);
  }

  void issue(IssueReason reason, long count, long at) {
    issues.add(reason, count, at);
  }

  /** A server started here: its log begins without a schema. */
  void restart(long at, boolean first) {
    anyGroup = true;
    offset = at;
    if (!first) {
      issue(IssueReason.RESTART, 1, at);
      restarted = true;
    }
    use(WorkloadBuilder.NO_SCHEMA);
  }

  /** The input ends inside a header. */
  void cut(long at) {
    anyGroup = true;
    issue(IssueReason.TRUNCATED_END, 1, at);
  }

  /** A header without a query time: no event is made of it. */
  void damaged(long at) {
    anyGroup = true;
    offset = at;
    issue(IssueReason.UNREADABLE_LINES, 1, at);
  }

  /** Takes the header of the next event; its statement follows. */
  void header(byte[] bytes, long at, Header header, Execution figures) {
    anyGroup = true;
    offset = at;
    execution = figures;
    commentBytes = NO_COMMENT;
    if (generation != builder.generation()) {
      generation = builder.generation();
      schemaIndex = builder.schemaIndex(schemaName);
    }
    inherited = inherits && header.schemaTo() <= header.schemaFrom();
    if (!inherited) {
      int stated =
          schemas.indexOf(bytes, header.schemaFrom(), header.schemaTo(), header.schemaQuoted());
      if (stated != schemaIndex) {
        use(stated);
      }
    }
    user.take(bytes, header);
    if (transactions.isPresent()) {
      transactions.get().header(at, header.connection(bytes), header.deadlocked());
    }
    readable = !header.hasUnreadableMetric();
    long timeMicros = figures.value(Measure.TIME_MICROS);
    if (header.rateLimited()) {
      figures.weight(timeMicros > ALWAYS_LOGGED_MICROS ? 1 : header.rateLimit());
    } else {
      figures.weight(sampleRate);
    }
    time(header, timeMicros);
  }

  private void use(int schema) {
    schemaIndex = schema;
    schemaName = builder.schemaName(schema);
  }

  private void time(Header header, long timeMicros) {
    if (header.timeForm() == TimeLine.Form.UNREADABLE) {
      issue(IssueReason.UNREADABLE_TIME, 1, offset);
    }
    long micros = clock.endMicros(header, timeMicros);
    if (micros == ReaderState.NO_TIME) {
      if (header.timeForm() == TimeLine.Form.LOCAL) {
        issue(IssueReason.UNKNOWN_ZONE, 1, offset);
      }
      needsCarriedTime |= carried && lastMicros == ReaderState.NO_TIME;
      micros = lastMicros;
    }
    lastMicros = micros;
    if (micros != ReaderState.NO_TIME) {
      execution.endedAtMicros(micros);
    }
  }

  /** Takes a statement that stands in the buffer as a whole; it was fed to the fingerprinter. */
  void statement(byte[] bytes, int from, int to, StatementLexer lexer) {
    Fingerprinter fingerprinter = lexer.fingerprinter();
    if (!wanted(bytes, from, to)) {
      return;
    }
    int commentFrom = fingerprinter.trailingCommentFrom();
    int commentTo = fingerprinter.trailingCommentTo();
    if (fingerprinter.leadingCommentFrom() >= 0) {
      commentFrom = fingerprinter.leadingCommentFrom();
      commentTo = fingerprinter.leadingCommentTo();
    }
    Optional<Fingerprint> administrator = special.administrator(bytes, from, to);
    long digest = administrator.map(Fingerprint::digest).orElse(fingerprinter.digest());
    int text =
        administrator.isPresent()
            ? texts.indexOf(digest, administrator::get)
            : texts.indexOf(digest, bytes, from, to, lexer);
    boolean commented = commentFrom >= 0 && bytes[from] != '#';
    texts.offer(text, execution, offset, bytes, from, to);
    add(text, commented ? bytes : NO_BYTES, commented ? commentFrom : 0, commented ? commentTo : 0);
    if (transactions.isPresent()) {
      transactions
          .get()
          .take(
              digest,
              execution,
              bytes,
              from,
              to,
              () ->
                  administrator.orElseGet(() -> texts.fingerprint(digest, bytes, from, to, lexer)));
    }
  }

  /** Takes a whole statement whose digest is known already. */
  void remembered(
      byte[] bytes, int from, int to, long digest, CommentRange comment, StatementLexer lexer) {
    if (wanted(bytes, from, to)) {
      int text = texts.indexOf(digest, bytes, from, to, lexer);
      texts.offer(text, execution, offset, bytes, from, to);
      add(text, bytes, comment.from(), comment.to());
      if (transactions.isPresent()) {
        transactions
            .get()
            .take(
                digest,
                execution,
                bytes,
                from,
                to,
                () -> texts.fingerprint(digest, bytes, from, to, lexer));
      }
    }
  }

  /** Announces a statement that comes in pieces. */
  void beginPieces(byte[] bytes, int from, int limit) {
    user.keep();
    prefix = Arrays.copyOfRange(bytes, from, Math.min(limit, from + EventTexts.LONGEST_SAMPLE));
  }

  /** Remembers the comment at either end of what was fed so far. */
  void comments(byte[] bytes, Fingerprinter fingerprinter) {
    int from = fingerprinter.leadingCommentFrom();
    int to = fingerprinter.leadingCommentTo();
    if (from < 0) {
      from = fingerprinter.trailingCommentFrom();
      to = fingerprinter.trailingCommentTo();
    }
    if (from >= 0 && to >= from && to <= bytes.length) {
      commentBytes = Arrays.copyOfRange(bytes, from, to);
    }
  }

  /**
   * Takes the statement whose pieces were fed to the fingerprinter.
   *
   * @param length its length in bytes with everything up to the next event
   * @param cut whether the input ended inside a literal
   */
  void endPieces(Fingerprinter fingerprinter, long length, boolean cut) {
    int to = (int) Math.min(prefix.length, length);
    if (length <= prefix.length) {
      to = Texts.statementEnd(prefix, 0, to);
    }
    if (!wanted(prefix, 0, to)) {
      return;
    }
    if (cut) {
      issue(IssueReason.TRUNCATED_END, 1, offset);
    }
    Optional<Fingerprint> administrator = special.administrator(prefix, 0, to);
    long digest = administrator.map(Fingerprint::digest).orElse(fingerprinter.digest());
    Supplier<Fingerprint> fingerprint =
        () ->
            administrator.orElseGet(
                () -> new Fingerprint(digest, fingerprinter.text(), fingerprinter.textTruncated()));
    int text = texts.indexOf(digest, fingerprint);
    texts.offer(text, execution, offset, prefix, 0, to);
    byte[] comment = Arrays.copyOf(commentBytes, commentBytes.length + Words.PADDING);
    add(text, comment, 0, commentBytes.length);
    if (transactions.isPresent()) {
      transactions.get().take(digest, execution, prefix, 0, to, fingerprint);
    }
  }

  /** Before this offset, groups inside literals are known to be text. */
  long decidedUntil() {
    return decidedUntil;
  }

  /** A literal that holds an event, and maybe more of them, up to {@code until}. */
  void eventInLiteral(long at, long until) {
    decidedUntil = until;
    issue(IssueReason.EVENT_IN_LITERAL, 1, at);
  }

  /** A literal that did not close. */
  void unterminated(BoundaryResolver.Verdict verdict, long at) {
    issue(IssueReason.UNTERMINATED_LITERAL, 1, offset);
    if (verdict == BoundaryResolver.Verdict.SUSPENDED) {
      issue(IssueReason.SUSPENDED_LITERAL, 1, at);
    }
  }

  private boolean wanted(byte[] bytes, int from, int to) {
    if (Texts.blank(bytes, from, to)) {
      issue(IssueReason.NO_STATEMENT, 1, offset);
      return false;
    }
    long throttled = SpecialStatements.throttled(bytes, from, to);
    if (throttled >= 0) {
      if (throttled > 0) {
        issue(IssueReason.THROTTLED, throttled, offset);
      }
      return false;
    }
    if (!readable) {
      issue(IssueReason.UNREADABLE_METRIC, 1, offset);
      return false;
    }
    if (sinceMicros == Long.MIN_VALUE && untilMicros == Long.MAX_VALUE) {
      return true;
    }
    if (!execution.timed()) {
      issue(IssueReason.UNKNOWN_TIME, 1, offset);
    }
    return execution.timed() && lastMicros >= sinceMicros && lastMicros < untilMicros;
  }

  private void add(int text, byte[] comment, int commentFrom, int commentTo) {
    if (inherited) {
      inherit();
    }
    if (!user.present()) {
      issue(IssueReason.NO_USER, 1, offset);
    }
    if (!execution.timed()) {
      issue(IssueReason.UNKNOWN_TIME, 1, offset);
    }
    int originIndex =
        origins.indexOf(user.bytes(), user.from(), user.to(), comment, commentFrom, commentTo);
    if (transactions.isPresent()) {
      transactions.get().origin(originIndex);
    }
    execution.keys(text, schemaIndex, originIndex);
    builder.add(execution);
    events++;
  }

  private void inherit() {
    execution.set(Measure.INHERITED_SCHEMA, 1);
    if (schemaIndex == WorkloadBuilder.CARRIED_SCHEMA) {
      carriedSchemaEvents++;
      firstCarriedSchemaOffset = Math.min(firstCarriedSchemaOffset, offset);
    } else if (schemaIndex != WorkloadBuilder.NO_SCHEMA) {
      builder.issue(IssueReason.INHERITED_SCHEMA, 1, file, offset);
    }
  }
}
