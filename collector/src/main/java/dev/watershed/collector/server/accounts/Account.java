package dev.watershed.collector.server.accounts;

import java.util.Objects;

/**
 * An account as the server counts it, and a kind of statement.
 *
 * @param user empty for the server's own threads
 * @param host as the server names the client
 * @param event such as {@code statement/sql/select}
 */
public record Account(String user, String host, String event) {

  public Account {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(event, "event");
  }
}
