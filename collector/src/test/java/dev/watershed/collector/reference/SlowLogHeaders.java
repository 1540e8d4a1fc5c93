package dev.watershed.collector.reference;

import static dev.watershed.collector.reference.SlowLogGenerator.pick;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Random header groups as the different servers write them. */
final class SlowLogHeaders {

  static final List<String> BANNERS =
      List.of(
          "/usr/sbin/mysqld, Version: 9.7.4-2 ((Debian)). started with:\n"
              + "Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock\n"
              + "Time                 Id Command    Argument\n",
          "mariadbd, Version: 10.11.18-MariaDB. started with:\n"
              + "Tcp port: 3306  Unix socket: /run/mysqld/mysqld.sock\n"
              + "Time\t\t    Id Command\tArgument\n",
          "mysqld.exe, Version: 5.5.20. started with:\nTCP Port: 3306, Named Pipe: MySQL\n"
              + "Time                 Id Command    Argument\n");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyMMdd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter PADDED =
      DateTimeFormatter.ofPattern("yyMMdd ppH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> USERS =
      List.of("svc_a[svc_a]", "svc_b[svc_b]", "[SQL_SLAVE]", "p[q]", "[]");
  private static final List<String> CLIENTS =
      List.of("localhost []", " [10.1.2.3]", "web-1 [10.1.9.9]", " []", "h [2001:db8::7]");
  private static final List<String> SCHEMAS = List.of("booking", "plan", "my`db", "jp");

  private final SplittableRandom random;

  SlowLogHeaders(SplittableRandom random) {
    this.random = random;
  }

  String next(Instant end) {
    return switch (random.nextInt(7)) {
      case 0 -> mysql(end);
      case 1, 2 -> extra(end);
      case 3 -> percona(end);
      case 4 -> mariaDb(end);
      case 5 -> old(end);
      default -> oneLine(end);
    };
  }

  /** A header without a readable Query_time line, or with a figure that is none. */
  String damaged(Instant end) {
    return switch (random.nextInt(4)) {
      case 0 -> time(end) + user();
      case 1 -> time(end) + user() + "# Query_time: margdl\n" + sets(end);
      case 2 ->
          time(end)
              + user()
              + "# Query_time: 18446744073708.796870.000036  Lock_time: 0 Rows_sent: 0\n"
              + sets(end);
      default -> "# Time: margdl\n" + user() + times() + "\n" + sets(end);
    };
  }

  /** A group that is full. */
  String full(Instant end) {
    return time(end) + user() + times() + "\n" + sets(end);
  }

  private String mysql(Instant end) {
    return time(end) + user() + times() + "\n" + use() + sets(end);
  }

  private String extra(Instant end) {
    return time(end)
        + user()
        + times()
        + " Thread_id: 8 Errno: "
        + random.nextInt(2)
        + " Killed: 0 Bytes_received: 34 Bytes_sent: 11 Sort_merge_passes: 1 Sort_rows: 5"
        + " Created_tmp_disk_tables: 1 Created_tmp_tables: 2 Count_hit_tmp_table_size: 0 "
        + " Start: 2026-11-23T02:00:00.000000Z End: "
        + MICROS.format(end)
        + "\n"
        + use()
        + sets(end);
  }

  private String percona(Instant end) {
    String rate =
        random.nextBoolean() ? "" : "# Log_slow_rate_type: query  Log_slow_rate_limit: 4\n";
    return time(end)
        + user()
        + "# Schema: "
        + schema()
        + "  Last_errno: 0  Killed: 0\n"
        + times()
        + "  Rows_affected: 3\n# Bytes_sent: 77  Tmp_tables: 1  Tmp_disk_tables: 0\n"
        + "# QC_Hit: No  Full_scan: Yes  Full_join: No  Tmp_table: No  Tmp_table_on_disk: No\n"
        + "# Filesort: No  Filesort_on_disk: No  Merge_passes: 2\n"
        + "#   InnoDB_IO_r_ops: 0  InnoDB_IO_r_bytes: 0  InnoDB_IO_r_wait: 0.000000\n"
        + rate
        + use()
        + sets(end);
  }

  private String mariaDb(Instant end) {
    String explain =
        random.nextBoolean()
            ? ""
            : "#\n# explain: id\tselect_type\n# explain: 1\tSIMPLE 'it''s\n#\n";
    return (random.nextBoolean() ? "" : "# Time: " + LOCAL.format(end) + "\n")
        + user()
        + "# Thread_id: 6  Schema: "
        + schema()
        + "  QC_hit: No\n"
        + times()
        + "\n# Rows_affected: 0  Bytes_sent: 11\n"
        + explain
        + use()
        + sets(end);
  }

  private String old(Instant end) {
    String time = random.nextBoolean() ? "" : "# Time: " + PADDED.format(end) + "\n";
    return time + user() + times() + "\n" + use() + (random.nextBoolean() ? "" : sets(end));
  }

  private String oneLine(Instant end) {
    return "# Time: " + LOCAL.format(end) + " " + user() + times() + "\n" + sets(end);
  }

  private String time(Instant end) {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> "# Time: " + MICROS.withZone(ZoneOffset.ofHours(9)).format(end) + "\n";
      default -> "# Time: " + MICROS.format(end) + "\n";
    };
  }

  private String user() {
    String id = random.nextBoolean() ? "" : "  Id:    " + random.nextInt(100);
    return "# User@Host: " + pick(random, USERS) + " @ " + pick(random, CLIENTS) + id + "\n";
  }

  private String times() {
    int micros = random.nextInt(10) == 0 ? random.nextInt(20_000_000) : random.nextInt(900_000);
    return String.format(
        Locale.ROOT,
        "# Query_time: %d.%06d  Lock_time: 0.%06d Rows_sent: %d  Rows_examined: %d",
        micros / 1_000_000,
        micros % 1_000_000,
        random.nextInt(1_000),
        random.nextInt(100),
        random.nextInt(100_000));
  }

  private String schema() {
    return random.nextInt(3) == 0 ? "" : pick(random, SCHEMAS);
  }

  private String use() {
    return switch (random.nextInt(6)) {
      case 0 -> "use booking;\n";
      case 1 -> "use `my``db`;\n";
      default -> "";
    };
  }

  private String sets(Instant end) {
    String timestamp = "timestamp=" + end.getEpochSecond() + ";\n";
    return switch (random.nextInt(6)) {
      case 0 -> "SET last_insert_id=5,insert_id=6," + timestamp;
      case 1 -> "SET insert_id=6;\nSET " + timestamp;
      default -> "SET " + timestamp;
    };
  }
}
