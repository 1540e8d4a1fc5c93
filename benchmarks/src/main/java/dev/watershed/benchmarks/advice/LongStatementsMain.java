package dev.watershed.benchmarks.advice;

import dev.watershed.workload.catalog.Catalog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a slow log of many long statements on the tables of the example, with its catalog and
 * configuration, so that {@code collect} and {@code advise} can be timed: {@code OUT DIGESTS
 * DUMP...}.
 */
public final class LongStatementsMain {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final int MILLIS_APART = 10;
  private static final int QUERY_MILLIS = 50;
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LongStatementsMain() {}

  /** Writes; exits with 2 if the arguments are wrong. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println(
          "OUT DIGESTS DUMP...; dumps such as examples/marketplace/booking-1.sql.gz");
      System.exit(2);
      return;
    }
    Path out = Files.createDirectories(Path.of(arguments[0]));
    int digests = Integer.parseInt(arguments[1]);
    Dumps dumps = Dumps.read(List.of(arguments).subList(2, arguments.length));
    Files.writeString(out.resolve("all.sql"), dumps.text());
    Catalog catalog = dumps.catalog();
    log(out.resolve("slow.log"), digests, new LongStatements(catalog, 1));
    Files.writeString(
        out.resolve("watershed.yaml"),
        "servers:\n"
            + "  - {name: all, slowLog: slow.log, longQueryTimeSeconds: 0, timeZone: UTC, catalog:"
            + " all.sql}\n");
  }

  private static void log(Path file, int digests, LongStatements statements) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int number = 0; number < digests; number++) {
        LongStatements.Sent sent = statements.next(number);
        Instant ended = START.plusMillis((long) number * MILLIS_APART);
        out.write(
            String.format(
                Locale.ROOT,
                "# Time: %s%n"
                    + "# User@Host: app[app] @ host [10.0.0.1]  Id: 1%n"
                    + "# Query_time: 0.05  Lock_time: 0.000001 Rows_sent: 5  Rows_examined: %d%n"
                    + "use %s;%nSET timestamp=%d;%n%s;%n",
                MICROSECONDS.format(ended),
                20_000 + number,
                sent.schema(),
                ended.minusMillis(QUERY_MILLIS).getEpochSecond(),
                sent.sql()));
      }
    }
  }
}
