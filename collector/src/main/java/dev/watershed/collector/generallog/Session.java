package dev.watershed.collector.generallog;

import java.util.Objects;
import java.util.Optional;

/**
 * What a log told of a connection so far.
 *
 * @param user the account; empty where the log does not tell it
 * @param host the client's host name, or the network of its address; empty where the log does not
 *     tell it
 * @param schema the default schema
 */
record Session(String user, String host, Optional<String> schema) {

  /** A connection that began before the log did. */
  static final Session UNKNOWN = new Session("", "", Optional.empty());

  Session {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(schema, "schema");
  }

  Session using(String name) {
    return new Session(user, host, Optional.of(name).filter(text -> !text.isEmpty()));
  }

  /** Whether the log says whose it is. */
  boolean accounted() {
    return !user.isEmpty();
  }
}
