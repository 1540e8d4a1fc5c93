package dev.watershed.collector.slowlog;

import java.util.regex.Pattern;

/** Tells what a file without a single slow-log event probably is, by its first bytes. */
final class ForeignLog {

  private static final Pattern POSTGRESQL =
      Pattern.compile("(LOG|ERROR|STATEMENT|DETAIL): {2}|duration: [0-9.]+ ms");
  private static final Pattern GENERAL_LOG =
      Pattern.compile("(?m)^\\S*+[ \\t]++\\d++ (Query|Connect|Quit|Execute|Prepare)\\b");
  private static final Pattern ERROR_LOG =
      Pattern.compile("\\[(System|Note|Warning|ERROR)\\]( \\[MY-\\d+\\])?");
  private static final Pattern JSON = Pattern.compile("^\\s*[\\[{]\\s*[\"\\]}{]");
  private static final Pattern DUMP =
      Pattern.compile("(?im)^(-- MySQL dump|-- MariaDB dump|CREATE TABLE|INSERT INTO) ?");

  private ForeignLog() {}

  /** What a file that is no log of the expected kind looks like; empty where nothing tells. */
  static String looks(String head) {
    return guess(head);
  }

  /** A message that names the file, what it looks like, and where the slow log is. */
  static String describe(String name, String head) {
    return name
        + ": no slow-log event found"
        + guess(head)
        + ". A slow query log has lines like \"# User@Host: app[app] @ [10.0.0.1]\";"
        + " SELECT @@slow_query_log_file tells where the server writes it";
  }

  private static String guess(String head) {
    if (head.indexOf('\0') >= 0) {
      return "; it is a binary file";
    }
    if (POSTGRESQL.matcher(head).find()) {
      return "; it looks like a PostgreSQL log";
    }
    if (ERROR_LOG.matcher(head).find()) {
      return "; it looks like the server's error log";
    }
    if (GENERAL_LOG.matcher(head).find()) {
      return "; it looks like the general query log";
    }
    if (JSON.matcher(head).find()) {
      return "; it looks like JSON";
    }
    return DUMP.matcher(head).find() ? "; it looks like SQL statements" : "";
  }
}
