package dev.watershed.collector.reference;

import static dev.watershed.collector.reference.SlowLogGenerator.pick;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Random statement texts, many of them hostile to a reader of slow logs. */
final class SlowLogStatements {

  private static final List<String> PLAIN =
      List.of(
          "select 1",
          "SELECT * FROM plans WHERE id = 5",
          "update t5 set a = a + 1 where b in (1, 2, 3)",
          "select a,\n\n  b\nfrom t",
          "# a comment of one's own\nselect 2",
          "-- it's another\nselect 3",
          "select 5--1, 6 -- it's over",
          "select /*+ MAX_EXECUTION_TIME(5) */ 1 /* it's\n# Time: no\n*/",
          "/* application:shop,controller:plans */ select `a;b`, \"c;d\" from `e\nf`",
          "insert into t values (1, 'a'), (2, 'b''c'), (3, \"d\"\"e\")",
          "begin",
          "SET NAMES utf8mb4",
          "SET timestamp=5",
          "use plan",
          "",
          "# administrator command: Quit",
          "# administrator command: Init DB",
          "throttle:         17 'index not used' warning(s) suppressed.",
          "select a from t\n# Time: flies\n# User@Host: whoever\nwhere b = 1",
          "CREATE PROCEDURE p() BEGIN select ';'; select 2; END");

  private static final List<String> IN_LITERAL =
      List.of(
          ";\n",
          ";\n# Query_time: 99\n",
          ";\n# Time: 2026-11-23T02:00:00.000000Z\n",
          ";\n# User@Host: x[x] @ y []\n# Query_time: 99  Lock_time: 0\nselect 9;\n",
          "\nmysqld, started with:\nTcp port: 1\nTime  Id Command    Argument\n",
          "/*",
          "*/",
          "-- ",
          " #",
          "\u00E9\u0080\u00FF\u0000",
          "plain words",
          "\n");

  private static final List<String> OPENINGS =
      List.of("select 'one", "select \"two", "select `three", "select 4 /* four", "select 'C:\\'");

  private final SplittableRandom random;
  private final SlowLogHeaders headers;

  SlowLogStatements(SplittableRandom random, SlowLogHeaders headers) {
    this.random = random;
    this.headers = headers;
  }

  /** A statement whose literals are closed under every SQL mode and hold no full group. */
  byte[] clean(Instant now) {
    if (random.nextInt(40) == 0) {
      return bytes(insert());
    }
    if (random.nextInt(4) > 0) {
      return bytes(pick(random, PLAIN));
    }
    return bytes("select " + literal() + ", 1, " + literal() + " from t");
  }

  /** A statement that leaves something open, under some SQL mode at least. */
  byte[] unterminated() {
    return bytes(pick(random, OPENINGS) + (random.nextBoolean() ? "" : "\nmore"));
  }

  /** A literal that holds full groups; it may be closed, and their times may fit. */
  byte[] withEvents(Instant now) {
    StringBuilder text = new StringBuilder("select '");
    int groups = random.nextInt(1, 20);
    for (int i = 0; i < groups; i++) {
      Instant end = now.plusSeconds(random.nextInt(8) == 0 ? -10 : 0).plusMillis(i);
      String inner = random.nextInt(4) == 0 ? "select ''x''" : "drop table t";
      text.append(";\n").append(headers.full(end)).append(inner);
    }
    return bytes(text.append(";\n").append(random.nextInt(5) == 0 ? "" : "'").toString());
  }

  /** Bytes that belong to nothing. */
  byte[] garbage() {
    byte[] bytes = new byte[random.nextInt(200)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(12) == 0 ? '\n' : random.nextInt(256));
    }
    return bytes;
  }

  private String literal() {
    char quote = pick(random, List.of('\'', '"', '`'));
    StringBuilder text = new StringBuilder().append(quote);
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(random.nextInt(6) == 0 ? "" + quote + quote : pick(random, IN_LITERAL));
    }
    return text.append(quote).toString();
  }

  private String insert() {
    StringBuilder text = new StringBuilder("insert into big (a, b) values ");
    int rows = random.nextInt(1, 400);
    for (int row = 0; row < rows; row++) {
      text.append(row == 0 ? "" : ",\n").append('(').append(row).append(", ");
      text.append(literal()).append(')');
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
