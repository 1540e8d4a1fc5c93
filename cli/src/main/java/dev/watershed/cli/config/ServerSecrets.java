package dev.watershed.cli.config;

import java.util.Objects;
import java.util.Optional;

/**
 * The secrets that a connection to a server needs.
 *
 * @param password of the account
 * @param trustStorePassword of the store with the certificates that are trusted
 * @param keyStorePassword of the store with the client's own certificate
 */
public record ServerSecrets(
    Optional<Secret> password,
    Optional<Secret> trustStorePassword,
    Optional<Secret> keyStorePassword) {

  public ServerSecrets {
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(trustStorePassword, "trustStorePassword");
    Objects.requireNonNull(keyStorePassword, "keyStorePassword");
  }
}
