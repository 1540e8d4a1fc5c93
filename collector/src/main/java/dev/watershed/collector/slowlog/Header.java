package dev.watershed.collector.slowlog;

/**
 * What the header of one event said, as indexes into the buffer and plain figures: a carrier that
 * {@link HeaderParser} fills for each event. Metrics go straight into the execution.
 */
final class Header {

  /** {@code ER_LOCK_DEADLOCK}. */
  private static final int DEADLOCK = 1213;

  /** The id of a connection that the header does not tell. */
  static final long NO_CONNECTION = -1;

  private static final int MOST_DIGITS = 18;

  private final TimeLine time = new TimeLine();
  private final TimeLine endTime = new TimeLine();
  private boolean userLine;
  private boolean queryTime;
  private boolean unreadableMetric;
  private boolean deadlocked;
  private boolean queryCache;
  private boolean threadLine;
  private int userFrom;
  private int userTo;
  private int schemaFrom;
  private int schemaTo;
  private int useFrom;
  private int useTo;
  private boolean useQuoted;
  private int clientFrom;
  private int clientTo;
  private int connectionAt;
  private boolean rateLimited;
  private long rateLimit;
  private long seen;
  private long setTimestampMicros;
  private TimeLine.Form timeForm = TimeLine.Form.ABSENT;
  private int endAt = -1;
  private byte[] endBytes = {};

  void clear() {
    userLine = false;
    queryTime = false;
    unreadableMetric = false;
    deadlocked = false;
    rateLimited = false;
    useQuoted = false;
    clientFrom = 0;
    clientTo = 0;
    connectionAt = 0;
    seen = 0;
    queryCache = false;
    threadLine = false;
    userFrom = 0;
    userTo = 0;
    schemaFrom = 0;
    schemaTo = 0;
    useFrom = 0;
    useTo = 0;
    rateLimit = 1;
    setTimestampMicros = Long.MIN_VALUE;
    timeForm = TimeLine.Form.ABSENT;
    endAt = -1;
  }

  /** Takes the time line's time at {@code at}; returns the index behind it. */
  int time(byte[] bytes, int at) {
    timeForm = time.read(bytes, at);
    return time.end();
  }

  /** The time is followed by something else: it is none. */
  void unreadableTime() {
    timeForm = TimeLine.Form.UNREADABLE;
  }

  void user(int from, int to) {
    userLine = true;
    userFrom = from;
    userTo = to;
  }

  void queryTime() {
    queryTime = true;
  }

  /** Whether a field, as a bit, occurs for the first time in this header. */
  boolean first(long bit) {
    boolean known = (seen & bit) != 0;
    seen |= bit;
    return !known;
  }

  /** Fields, as bits, occurred in this header. */
  void seen(long bits) {
    seen |= bits;
  }

  void client(int from, int to) {
    clientFrom = from;
    clientTo = to;
  }

  /** The id of the connection stands behind blanks at an index. */
  void connection(int at) {
    connectionAt = at;
  }

  /** The id of the connection, from the bytes that the header was read from. */
  long connection(byte[] bytes) {
    int i = connectionAt;
    while (bytes[i] == ' ') {
      i++;
    }
    int first = i;
    long id = 0;
    while (i - first < MOST_DIGITS && bytes[i] >= '0' && bytes[i] <= '9') {
      id = id * 10 + bytes[i++] - '0';
    }
    return connectionAt == 0 || i == first ? NO_CONNECTION : id;
  }

  void unreadableMetric() {
    unreadableMetric = true;
  }

  /**
   * Takes {@code Schema: name}, which two blanks or the line's end close; the name may be empty.
   */
  int schemaField(byte[] bytes, int at, int limit) {
    int i = at;
    while (i < limit && bytes[i] != '\n' && !(bytes[i] == ' ' && bytes[i + 1] == ' ')) {
      if (bytes[i] == ' ' && i == at) {
        return i;
      }
      i++;
    }
    if (schemaTo == schemaFrom) {
      schemaFrom = at;
      schemaTo = i;
    }
    return i;
  }

  /** Notes where the {@code End} field's time stands; the first one counts. */
  void endField(byte[] bytes, int at) {
    if (endAt < 0) {
      endAt = at;
      endBytes = bytes;
    }
  }

  void queryCacheField() {
    queryCache = true;
  }

  void threadLine() {
    threadLine = true;
  }

  void rateLimit(long limit) {
    rateLimited = true;
    rateLimit = Math.max(1, limit);
  }

  void use(int from, int to, boolean quoted) {
    useFrom = from;
    useTo = to;
    useQuoted = quoted;
  }

  void setTimestampMicros(long micros) {
    setTimestampMicros = micros;
  }

  boolean hasUserLine() {
    return userLine;
  }

  boolean hasQueryTime() {
    return queryTime;
  }

  boolean hasUnreadableMetric() {
    return unreadableMetric;
  }

  /** The number of the error of the statement. */
  void errorNumber(long number) {
    deadlocked |= number == DEADLOCK;
  }

  /** Whether the statement was the victim of a deadlock; only logs with error numbers tell. */
  boolean deadlocked() {
    return deadlocked;
  }

  /** Whether the log is MariaDB's, whose {@code SET timestamp} is the start of the statement. */
  boolean mariaDb() {
    return threadLine && queryCache;
  }

  int userFrom() {
    return userFrom;
  }

  int userTo() {
    return userTo;
  }

  /** The schema stated by the event, {@code use} before {@code Schema:}; empty range if none. */
  int schemaFrom() {
    return useTo > useFrom ? useFrom : schemaFrom;
  }

  int schemaTo() {
    return useTo > useFrom ? useTo : schemaTo;
  }

  /** Whether the schema stands in back-ticks, in which a back-tick is doubled. */
  boolean schemaQuoted() {
    return useTo > useFrom && useQuoted;
  }

  /** The address of a {@code # Client:} line; an empty range without one. */
  int clientFrom() {
    return clientFrom;
  }

  int clientTo() {
    return clientTo;
  }

  /** Whether the log says how many executions the event stands for. */
  boolean rateLimited() {
    return rateLimited;
  }

  long rateLimit() {
    return rateLimit;
  }

  boolean hasSetTimestamp() {
    return setTimestampMicros != Long.MIN_VALUE;
  }

  long setTimestampMicros() {
    return setTimestampMicros;
  }

  TimeLine.Form timeForm() {
    return timeForm;
  }

  long timeMicros() {
    return time.micros();
  }

  boolean timeWholeSeconds() {
    return time.wholeSeconds();
  }

  /** Reads the {@code End} field, which is looked at only where no time line tells the time. */
  boolean hasEnd() {
    return endAt >= 0
        && endTime.read(endBytes, endAt) == TimeLine.Form.ZONED
        && Texts.white(endBytes[endTime.end()]);
  }

  long endMicros() {
    return endTime.micros();
  }
}
