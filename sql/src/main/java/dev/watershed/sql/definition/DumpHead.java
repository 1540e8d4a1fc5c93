package dev.watershed.sql.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments at the start and the end of a dump. */
final class DumpHead {

  private static final Pattern DUMP = Pattern.compile("(?m)^-- (MySQL|MariaDB) dump ");
  private static final String COMPLETED = "-- Dump completed";

  private static final int HEAD_CHARS = 4_096;

  /** MariaDB before 11.0 says 5.5.5- before its version, which MySQL's own client leaves there. */
  private static final Pattern VERSION =
      Pattern.compile("(?m)^-- Server version[\\t ]+(?:5\\.5\\.5-(?=\\d))?(\\S+)");

  private static final Pattern DATABASE =
      Pattern.compile("(?m)^-- Host: .*?[\\t ]Database: (\\S+)[\\t ]*$");

  private DumpHead() {}

  /** The version of the server, such as {@code 9.7.4} or {@code 10.11.14-MariaDB}. */
  static Optional<String> serverVersion(String script) {
    return find(VERSION, script);
  }

  /** The schema, where a single one was dumped: the dump does not name it again. */
  static Optional<String> schema(String script) {
    return find(DATABASE, script);
  }

  /** Whether it begins as a dump and does not end as one. */
  static boolean isCut(String script) {
    int tail = Math.max(0, script.length() - HEAD_CHARS);
    return find(DUMP, script).isPresent() && script.indexOf(COMPLETED, tail) < 0;
  }

  private static Optional<String> find(Pattern pattern, String script) {
    Matcher matcher =
        pattern.matcher(
            script.substring(0, Math.min(HEAD_CHARS, script.length())).replace("\r", ""));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
