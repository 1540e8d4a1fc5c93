package dev.watershed.collector.server;

import java.util.Locale;

/**
 * Whose server it is. For what differs in grammar or in words to the user; what a server can tell
 * is probed ({@link Columns}).
 */
public enum ServerProduct {
  MYSQL,
  MARIADB;

  /**
   * The product that a version names, such as {@code 10.11.6-MariaDB-log}.
   *
   * @param version as {@code version()} and {@code @@version_comment} say it, in one text
   */
  public static ServerProduct of(String version) {
    return version.toLowerCase(Locale.ROOT).contains("mariadb") ? MARIADB : MYSQL;
  }
}
