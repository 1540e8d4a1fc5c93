package dev.watershed.collector.slowlog;

import dev.watershed.collector.input.LogInput;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * Reads a log with an insert of 100 MB in many rows, one of 100 MB in a single literal that holds a
 * line like a header, and an ordinary statement, and prints what it found. Run with a small heap.
 */
final class LongStatementMain {

  private static final int SIZE = 100 << 20;

  private LongStatementMain() {}

  public static void main(String[] arguments) {
    InputStream log =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    text(header(1) + "insert into t values (1,'x')"),
                    new Repeated(",(22,'it''s a row')\n", SIZE),
                    text(";\n" + header(2) + "insert into t values (1,'\n# Time: x\n"),
                    new Repeated("some words without an end ", SIZE),
                    text("');\n" + header(3) + "select 1;\n"))));
    Workload workload =
        new SlowLogCollector(SlowLogOptions.standard())
            .collect(List.of(LogInput.standardInput()), log, ReadProgress.NONE)
            .workload();
    System.out.println(
        workload.texts().stream()
                .filter(text -> !text.lumped())
                .map(StatementText::fingerprint)
                .sorted()
                .toList()
            + " from "
            + workload.sources().get(0).events()
            + " events, issues "
            + workload.quality().issues());
  }

  private static String header(int second) {
    return "# Time: 2026-11-23T02:00:0"
        + second
        + ".000000Z\n# User@Host: a[a] @ h []  Id: 1\n"
        + "# Query_time: 1.0  Lock_time: 0.0 Rows_sent: 0  Rows_examined: 0\n"
        + "SET timestamp=1795399201;\n";
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The same bytes again and again. */
  private static final class Repeated extends InputStream {

    private final byte[] unit;
    private long left;
    private int position;

    Repeated(String unit, long size) {
      this.unit = unit.getBytes(StandardCharsets.US_ASCII);
      this.left = size / this.unit.length * this.unit.length;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      left--;
      int b = unit[position];
      position = position + 1 == unit.length ? 0 : position + 1;
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = (int) Math.min(length, left);
      for (int i = 0; i < count; i++) {
        into[offset + i] = (byte) read();
      }
      return length > 0 && count == 0 ? -1 : count;
    }
  }
}
