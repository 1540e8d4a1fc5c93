package dev.watershed.benchmarks.coupling;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A slow log of a fleet that is made up: statements, each by up to six services, and transactions
 * of two to nine of them, beside the definitions of its tables and a configuration. Calls are few,
 * so that it is soon collected: how often a statement ran does not change the work of the analyses.
 */
final class CouplingLog {

  private static final int MOST_SENDERS = 6;
  private static final int MOST_STATEMENTS = 8;
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final int SECONDS = 3_600;

  private final Random random = new Random(1);
  private final int tables;
  private final int services;
  private long events;
  private long all;

  /** Of so many tables and services. */
  CouplingLog(int tables, int services) {
    this.tables = tables;
    this.services = services;
  }

  /** Writes all files. */
  void write(Path folder, int statements, int classes) throws IOException {
    Files.writeString(folder.resolve("all.sql"), definitions());
    Files.writeString(folder.resolve("watershed.yaml"), configuration());
    CouplingStatements sent = new CouplingStatements(random, tables, services);
    List<String> texts = new ArrayList<>();
    for (int number = 0; number < statements; number++) {
      texts.add(sent.next(number));
    }
    all = (long) statements * (MOST_SENDERS + 1) / 2 + (long) classes * (MOST_STATEMENTS + 3);
    try (BufferedWriter log = Files.newBufferedWriter(folder.resolve("slow.log"))) {
      for (String text : texts) {
        for (int i = 0; i <= random.nextInt(MOST_SENDERS); i++) {
          event(log, random.nextInt(services), text);
        }
      }
      for (int i = 0; i < classes; i++) {
        int service = random.nextInt(services);
        event(log, service, "BEGIN");
        for (int j = 0; j < 2 + random.nextInt(MOST_STATEMENTS); j++) {
          event(log, service, texts.get(random.nextInt(texts.size())));
        }
        event(log, service, "COMMIT");
      }
    }
  }

  private void event(BufferedWriter log, int service, String sql) throws IOException {
    Instant ended = START.plusMillis(Math.min(SECONDS * 1_000L, SECONDS * 1_000L * events / all));
    events++;
    log.write(
        String.format(
            Locale.ROOT,
            "# Time: %s%n# User@Host: user%d[user%d] @ host [10.0.0.1]  Id: %d%n"
                + "# Query_time: 0.001  Lock_time: 0.000001 Rows_sent: 1  Rows_examined: 1%n"
                + "use schema0;%nSET timestamp=%d;%n%s;%n",
            ended.toString().replaceFirst("(\\.\\d+)?Z$", ".000000Z"),
            service,
            service,
            service + 1,
            ended.getEpochSecond(),
            sql));
  }

  private String definitions() {
    StringBuilder text = new StringBuilder();
    for (int service = 0; service < services; service++) {
      text.append("USE schema").append(service).append(";\n");
      for (int table = service; table < tables; table += services) {
        text.append("CREATE TABLE t")
            .append(table)
            .append(" (id int PRIMARY KEY, a int, b int, c")
            .append(table)
            .append(" int);\n");
      }
    }
    return text.toString();
  }

  private String configuration() {
    StringBuilder text =
        new StringBuilder(
            "servers:\n  - {name: all, slowLog: slow.log, longQueryTimeSeconds: 0, timeZone: UTC,"
                + " catalog: all.sql}\nservices:\n");
    for (int service = 0; service < services; service++) {
      text.append(
          String.format(
              Locale.ROOT,
              "  - {name: service%d, match: {users: [user%d]}, owns: [\"schema%d.*\"]}%n",
              service,
              service,
              service));
    }
    return text.toString();
  }
}
