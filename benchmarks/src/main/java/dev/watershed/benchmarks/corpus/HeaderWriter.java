package dev.watershed.benchmarks.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** Writes header groups as MySQL 8 and 9 do, and keeps what they depend on: time and schema. */
final class HeaderWriter {

  private static final int CLIENTS = 40;
  private static final int LATENCIES = 4_096;

  private final ByteWriter writer;
  private final SplittableRandom random;
  private final long apartMicros;
  private final byte[][] users = new byte[Vocabulary.SERVICES.size() * CLIENTS][];
  private final byte[][] uses = new byte[Vocabulary.SERVICES.size()][];
  private final double[] latencyFactors = new double[LATENCIES];
  private long nowMicros = Instant.parse("2026-11-23T00:00:00Z").getEpochSecond() * 1_000_000;
  private long textSecond = -1;
  private byte[] secondText = new byte[0];
  private int lastService = -1;

  /**
   * @param apartMicros from the end of a statement to the next one's, on average
   */
  HeaderWriter(ByteWriter writer, SplittableRandom random, long apartMicros) {
    this.writer = writer;
    this.apartMicros = apartMicros;
    this.random = random;
    for (int service = 0; service < uses.length; service++) {
      String name = Vocabulary.SERVICES.get(service);
      uses[service] = ascii("use " + name + ";\n");
      for (int client = 0; client < CLIENTS; client++) {
        String user = client % 8 == 7 ? name + "_batch" : "svc_" + name;
        users[service * CLIENTS + client] =
            ascii(
                "# User@Host: %s[%s] @  [10.%d.%d.%d]  Id: "
                    .formatted(user, user, service, client % 4, 10 + client));
      }
    }
    SplittableRandom factors = random.split();
    for (int i = 0; i < LATENCIES; i++) {
      double normal = 0;
      for (int j = 0; j < 12; j++) {
        normal += factors.nextDouble();
      }
      latencyFactors[i] = Math.exp((normal - 6) * 0.9);
    }
  }

  void banner() throws IOException {
    writer.bytes(
        ascii(
            "/usr/sbin/mysqld, Version: 9.7.4 (Source distribution). started with:\n"
                + "Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock\n"
                + "Time                 Id Command    Argument\n"));
  }

  /**
   * Writes a header.
   *
   * @param extra with the fields of {@code log_slow_extra}
   */
  void header(StatementTemplate template, boolean extra) throws IOException {
    int bits = random.nextInt() >>> 1;
    nowMicros += 1 + bits % (2 * apartMicros);
    long micros = (long) (template.baseMicros() * latencyFactors[bits >>> 10 & LATENCIES - 1]) + 1;
    long rows = (long) template.baseRows() + (bits >>> 5 & 31);
    int client = bits % CLIENTS;
    writer.bytes(TIME);
    time(nowMicros);
    writer.character('\n');
    writer.bytes(users[template.service() * CLIENTS + client]);
    writer.number(100 + client);
    writer.bytes(QUERY_TIME);
    seconds(micros);
    writer.bytes(LOCK_TIME);
    seconds(bits & 15);
    writer.bytes(ROWS_SENT);
    writer.number(rows & 127);
    writer.bytes(ROWS_EXAMINED);
    writer.number(rows);
    if (extra) {
      extra(bits, client, micros, rows);
    }
    writer.character('\n');
    if (lastService != template.service()) {
      lastService = template.service();
      writer.bytes(uses[lastService]);
    }
    writer.bytes(SET);
    writer.number((nowMicros - micros) / 1_000_000);
    writer.character(';');
    writer.character('\n');
  }

  private void extra(int bits, int client, long micros, long rows) throws IOException {
    writer.bytes(EXTRA_THREAD);
    writer.number(100 + client);
    writer.bytes(EXTRA_BYTES);
    writer.number(200 + (bits & 1_023));
    writer.bytes(EXTRA_READS);
    writer.number(rows);
    writer.bytes(EXTRA_SORT);
    writer.number(bits & 63);
    writer.bytes(EXTRA_REST);
    time(nowMicros - micros);
    writer.bytes(END);
    time(nowMicros);
  }

  private void seconds(long micros) throws IOException {
    writer.number(micros / 1_000_000);
    writer.character('.');
    writer.padded(micros % 1_000_000, 6);
  }

  private void time(long micros) throws IOException {
    long second = micros / 1_000_000;
    if (second != textSecond) {
      textSecond = second;
      secondText = ascii(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC) + ":00");
      secondText = java.util.Arrays.copyOf(secondText, 19);
    }
    writer.bytes(secondText);
    writer.character('.');
    writer.padded(micros % 1_000_000, 6);
    writer.character('Z');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final byte[] TIME = ascii("# Time: ");
  private static final byte[] QUERY_TIME = ascii("\n# Query_time: ");
  private static final byte[] LOCK_TIME = ascii("  Lock_time: ");
  private static final byte[] ROWS_SENT = ascii(" Rows_sent: ");
  private static final byte[] ROWS_EXAMINED = ascii("  Rows_examined: ");
  private static final byte[] EXTRA_THREAD = ascii(" Thread_id: ");
  private static final byte[] EXTRA_BYTES =
      ascii(" Errno: 0 Killed: 0 Bytes_received: 154 Bytes_sent: ");
  private static final byte[] EXTRA_READS =
      ascii(" Read_first: 0 Read_last: 0 Read_key: 3 Read_next: ");
  private static final byte[] EXTRA_SORT =
      ascii(
          " Read_prev: 0 Read_rnd: 0 Read_rnd_next: 0 Sort_merge_passes: 0 Sort_range_count: 0"
              + " Sort_rows: ");
  private static final byte[] EXTRA_REST =
      ascii(
          " Sort_scan_count: 0 Created_tmp_disk_tables: 0 Created_tmp_tables: 1"
              + " Count_hit_tmp_table_size: 0  Start: ");
  private static final byte[] END = ascii(" End: ");
  private static final byte[] SET = ascii("SET timestamp=");
}
