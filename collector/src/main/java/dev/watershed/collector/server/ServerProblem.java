package dev.watershed.collector.server;

/** Why a server does not tell what it is asked for. */
public enum ServerProblem {
  /** The address makes no sense to the driver. */
  BAD_ADDRESS(false),
  /** Its name has no address. */
  UNKNOWN_HOST(false),
  /** Nobody listens there. */
  REFUSED(false),
  /** The account or its password is wrong. */
  ACCESS_DENIED(false),
  /** No encryption that both sides accept. */
  ENCRYPTION(false),
  /** It takes no more connections. */
  TOO_MANY_CONNECTIONS(false),
  /** It did not answer in time while connecting. */
  NO_ANSWER(false),
  /** The connection was cut. */
  CUT(false),
  /** Another process answers than when the sample began. */
  CHANGED(false),
  /** The same server answers under another name of the configuration. */
  DUPLICATE(false),
  /** A statement took longer than allowed. */
  TIME_LIMIT(true),
  /** The account may not read a table. */
  MISSING_GRANT(true),
  /** The server has its instruments switched off. */
  SWITCHED_OFF(true),
  /** Anything else that the server said. */
  OTHER(true);

  private final boolean ofOneQuestion;

  ServerProblem(boolean ofOneQuestion) {
    this.ofOneQuestion = ofOneQuestion;
  }

  /** Whether the server may well answer other questions on the same connection. */
  public boolean ofOneQuestion() {
    return ofOneQuestion;
  }
}
