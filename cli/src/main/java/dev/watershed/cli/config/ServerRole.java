package dev.watershed.cli.config;

import java.util.Arrays;
import java.util.Optional;

/** What a server is among those that share its data. */
public enum ServerRole {
  PRIMARY("primary"),
  REPLICA("replica");

  private final String key;

  ServerRole(String key) {
    this.key = key;
  }

  /** Its name in the configuration and in reports. */
  public String key() {
    return key;
  }

  static Optional<ServerRole> of(String key) {
    return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
  }
}
