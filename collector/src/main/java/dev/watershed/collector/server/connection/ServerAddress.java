package dev.watershed.collector.server.connection;

import java.util.Objects;

/**
 * Where a server is, and as whom to ask.
 *
 * @param name the server's name, for people
 * @param url {@code jdbc:mysql://host:port/}, for MariaDB as well; what it says of encryption holds
 */
public record ServerAddress(String name, String url, String user, String password) {

  public ServerAddress {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return name + " (" + user + ")";
  }
}
