package dev.watershed.collector.server.connection;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a server is, and as whom to ask.
 *
 * @param name the server's name, for people
 * @param url {@code jdbc:mysql://host:port/}, for MariaDB as well; what it says of encryption holds
 * @param trustStorePassword of the store with the certificates that are trusted
 * @param keyStorePassword of the store with the client's own certificate
 */
public record ServerAddress(
    String name,
    String url,
    String user,
    String password,
    Optional<String> trustStorePassword,
    Optional<String> keyStorePassword) {

  public ServerAddress {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(trustStorePassword, "trustStorePassword");
    Objects.requireNonNull(keyStorePassword, "keyStorePassword");
  }

  /** An address whose stores of certificates, where it names any, need no password. */
  public ServerAddress(String name, String url, String user, String password) {
    this(name, url, user, password, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return name + " (" + user + ")";
  }
}
