package dev.watershed.collector.follow;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * A server that writes its slow log, and a cron job that rotates it in every way. What it writes
 * depends on the seed alone, not on who reads it.
 */
public final class SimulatedServer {

  /** What a server writes when it opens its log. */
  public static final String BANNER =
      "/usr/sbin/mysqld, Version: 9.7.4. started with:\nTcp port: 3306  Unix socket: /run/x.sock\n"
          + "Time                 Id Command    Argument\n";

  private static final List<String> SCHEMAS = List.of("booking", "plan", "member");
  private static final List<String> STATEMENTS =
      List.of(
          "select * from plans where id = %d",
          "update bookings set state = 'it''s %d' where id = 1",
          "insert into payments values (%d, 'a;\n# Time: x\n', 2)",
          "/* controller:coupons */ select * from coupons where code in (%d, 2)",
          "begin",
          "commit",
          "rollback",
          "SET autocommit=0",
          "SET autocommit=1",
          "select 'unfinished\n\n%d lines', a from b",
          "# administrator command: Quit");

  private final Path live;
  private final SplittableRandom random;
  private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private String schema = "";
  private int rotations;
  private boolean renamed;

  /** A server that writes to a file which is not there yet. */
  public SimulatedServer(Path live, int seed) throws IOException {
    this.live = live;
    this.random = new SplittableRandom(seed);
    append(BANNER.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Runs statements; the last one may be written in part only. */
  public void run(int events, Duration apart) throws IOException {
    for (int i = 0; i < events; i++) {
      now = now.plusNanos(random.nextLong(2 * apart.toNanos()) / 1_000 * 1_000);
      unwritten.writeBytes(event());
    }
    byte[] bytes = unwritten.toByteArray();
    unwritten.reset();
    int written = bytes.length == 0 ? 0 : random.nextInt(bytes.length / 2, bytes.length + 1);
    append(Arrays.copyOf(bytes, written));
    unwritten.write(bytes, written, bytes.length - written);
  }

  /** The time on the server's clock. */
  public Instant now() {
    return now;
  }

  /** Nothing happens until then. */
  public void idle(Instant until) {
    now = until.isAfter(now) ? until : now;
  }

  /** The server is started anew and goes on in its log. */
  public void restart() throws IOException {
    flush();
    schema = "";
    append(BANNER.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The server's clock is set back. */
  public void setClockBack(Duration by) {
    now = now.minus(by);
  }

  /** Writes what is left of the last statement. */
  public void flush() throws IOException {
    append(unwritten.toByteArray());
    unwritten.reset();
  }

  /** Renames the log; the server goes on in the renamed file until {@link #reopen}. */
  public void rename() throws IOException {
    shift();
    Files.move(live, older(1));
    renamed = true;
  }

  /** What is left goes to the renamed file, and a new one is opened. */
  public void reopen() throws IOException {
    flush();
    renamed = false;
    schema = "";
    append(BANNER.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Copies the log and empties it in place; nothing is written in between. */
  public void copyAndTruncate() throws IOException {
    flush();
    shift();
    Files.copy(live, older(1));
    Files.write(live, new byte[0]);
  }

  /** Compresses the older files but for the last one. */
  public void compress() throws IOException {
    for (int age = 2; age <= rotations; age++) {
      Path plain = older(age);
      if (Files.exists(plain)) {
        boolean zstandard = random.nextBoolean();
        byte[] bytes = Files.readAllBytes(plain);
        Path packed = Path.of(plain + (zstandard ? ".zst" : ".gz"));
        Files.write(packed, zstandard ? Zstd.compress(bytes) : gzip(bytes));
        Files.delete(plain);
      }
    }
  }

  private void shift() throws IOException {
    for (int age = rotations; age >= 1; age--) {
      for (String suffix : List.of("", ".gz", ".zst")) {
        Path from = Path.of(older(age) + suffix);
        if (Files.exists(from)) {
          Files.move(from, Path.of(older(age + 1) + suffix));
        }
      }
    }
    rotations++;
  }

  private Path older(int age) {
    return Path.of(live + "." + age);
  }

  private byte[] event() {
    String statement = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
    String wanted = SCHEMAS.get(random.nextInt(SCHEMAS.size()));
    String use = wanted.equals(schema) ? "" : "use " + wanted + ";\n";
    schema = wanted;
    int connection = random.nextInt(5, 15);
    String text =
        "# Time: "
            + now.toString().replaceFirst("(\\.\\d+)?Z$", "")
            + String.format(Locale.ROOT, ".%06dZ\n", now.getNano() / 1_000)
            + "# User@Host: svc_"
            + connection % 3
            + "[x] @  [10.0."
            + connection % 2
            + ".9]  Id: "
            + connection
            + "\n# Query_time: 0."
            + String.format(Locale.ROOT, "%06d", random.nextInt(900_000))
            + "  Lock_time: 0.000001 Rows_sent: 1  Rows_examined: "
            + random.nextInt(1_000)
            + "\n"
            + use
            + "SET timestamp="
            + now.getEpochSecond()
            + ";\n"
            + statement.formatted(random.nextInt(1_000))
            + ";\n";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void append(byte[] bytes) throws IOException {
    Path file = renamed ? older(1) : live;
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(bytes);
    }
    return packed.toByteArray();
  }
}
