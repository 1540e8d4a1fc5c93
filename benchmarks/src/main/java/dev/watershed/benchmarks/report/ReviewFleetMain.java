package dev.watershed.benchmarks.report;

import dev.watershed.benchmarks.command.TimedCommand;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * {@code ReviewFleetMain --launcher ./watershed --out FOLDER}: makes and collects a fleet of 2,100
 * tables, 60 services and 10,000 statements of an object-relational mapper over 30 days; a few
 * statements run often and most seldom, in times that differ. The log is about 0.9 GB.
 */
public final class ReviewFleetMain {

  private static final int TABLES = 2_100;
  private static final int SERVICES = 60;
  private static final int STATEMENTS = 10_000;
  private static final int EVENTS = 200_000;
  private static final int DAYS = 30;
  private static final int MOST_SENDERS = 3;
  private static final int IN_TRANSACTION = 40;
  private static final int MOST_IN_TRANSACTION = 9;
  private static final Instant START = Instant.parse("2026-10-26T00:00:00Z");

  private record Sent(int service, String text, double typicalMicros) {}

  private final Random random = new Random(1);
  private final MappedTables tables = new MappedTables(TABLES, SERVICES, random);
  private final List<Sent> statements = new ArrayList<>();

  private ReviewFleetMain() {
    MappedStatements mapped = new MappedStatements(tables, random);
    for (int number = 0; number < STATEMENTS; number++) {
      int service = random.nextInt(SERVICES);
      statements.add(
          new Sent(
              service,
              mapped.next(service),
              500 * Math.exp(1.5 * Math.abs(random.nextGaussian()))));
    }
  }

  /** Makes it; exits with 2 if the arguments are wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 4
        || !arguments[0].equals("--launcher")
        || !arguments[2].equals("--out")) {
      System.err.println("--launcher ./watershed --out FOLDER");
      System.exit(2);
      return;
    }
    Path folder = Path.of(arguments[3]);
    if (Files.exists(folder)) {
      System.err.println(folder + " is there already: name another folder, or delete it");
      System.exit(2);
      return;
    }
    Files.createDirectories(folder);
    new ReviewFleetMain().write(folder);
    double seconds =
        TimedCommand.seconds(
            folder, Path.of(arguments[1]).toAbsolutePath().toString(), "collect", "--log-ended");
    System.out.printf(Locale.ROOT, "collected in %.1f s%n", seconds);
  }

  private void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("all.sql"), tables.definitions());
    Files.writeString(folder.resolve("watershed.yaml"), configuration());
    List<Integer> order = new ArrayList<>();
    for (int number = 0; number < EVENTS; number++) {
      order.add(number < STATEMENTS ? number : often());
    }
    Collections.shuffle(order, random);
    try (BufferedWriter log = Files.newBufferedWriter(folder.resolve("slow.log"))) {
      int left = 0;
      int sender = 0;
      for (int event = 0; event < EVENTS; event++) {
        Sent sent = statements.get(order.get(event));
        Instant time = START.plusMillis(DAYS * 86_400_000L * event / EVENTS);
        if (left == 0 && event % IN_TRANSACTION == 0) {
          left = 2 + random.nextInt(MOST_IN_TRANSACTION - 1);
          sender = sent.service();
          event(log, time, sender, "BEGIN", 10);
        }
        double micros = sent.typicalMicros() * Math.exp(0.6 * random.nextGaussian());
        event(log, time, left > 0 ? sender : sender(sent), sent.text(), Math.round(micros));
        if (left > 0) {
          left--;
          if (left == 0) {
            event(log, time, sender, "COMMIT", 20);
          }
        }
      }
    }
  }

  /** The first statements are sent most often. */
  private int often() {
    double share = random.nextDouble();
    return (int) (STATEMENTS * share * share * share);
  }

  private int sender(Sent sent) {
    return (sent.service() + random.nextInt(MOST_SENDERS) * random.nextInt(2)) % SERVICES;
  }

  private void event(BufferedWriter log, Instant ended, int service, String sql, long micros)
      throws IOException {
    log.write(
        String.format(
            Locale.ROOT,
            "# Time: %s%n# User@Host: user%d[user%d] @ host [10.0.0.1]  Id: %d%n"
                + "# Query_time: %.6f  Lock_time: 0.000001 Rows_sent: %d  Rows_examined: %d%n"
                + "use %s;%nSET timestamp=%d;%n%s;%n",
            ended.toString().replaceFirst("(\\.\\d+)?Z$", ".000000Z"),
            service,
            service,
            service + 1,
            micros / 1e6,
            1 + random.nextInt(50),
            50 + random.nextInt(5_000),
            MappedTables.schema(service),
            ended.getEpochSecond(),
            sql));
  }

  private static String configuration() {
    StringBuilder text =
        new StringBuilder(
            "servers:\n  - {name: all, slowLog: slow.log, longQueryTimeSeconds: 0, timeZone: UTC,"
                + " catalog: all.sql}\nservices:\n");
    for (int service = 0; service < SERVICES; service++) {
      text.append(
          String.format(
              Locale.ROOT,
              "  - {name: service%d, match: {users: [user%d]}, owns: [\"%s.*\"]}%n",
              service,
              service,
              MappedTables.schema(service)));
    }
    return text.toString();
  }
}
