package dev.watershed.benchmarks.fingerprint;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Digests of whole statements, without texts, by lexing every byte. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FingerprinterBenchmark {
  private static final double MEGABYTE = 1e6;

  /** What the statements are. */
  public enum Input {
    /** Wide selects of an object-relational mapper. */
    ORM_SELECTS,
    /** Inserts of many rows. */
    BULK_INSERTS,
    /** Statements of some 50 bytes. */
    SHORT
  }

  /** The input. */
  @Param({"ORM_SELECTS", "BULK_INSERTS", "SHORT"})
  public Input input;

  private final Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard());
  private Statements statements;

  /** What one second is worth. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Progress {
    /** Millions of bytes read. */
    public double megabytes;

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void clear() {
      megabytes = 0;
    }
  }

  /** Makes the statements, and proves first that both ways through the lexer agree on them. */
  @Setup
  public void prepare() {
    statements =
        switch (input) {
          case ORM_SELECTS -> Statements.ormSelects(5_000, 1);
          case BULK_INSERTS -> Statements.bulkInserts(400, 1);
          case SHORT -> Statements.shortOnes(20_000, 1);
        };
    for (int i = 0; i < statements.count(); i++) {
      int from = i == 0 ? 0 : statements.ends()[i - 1];
      byte[] alone = Arrays.copyOfRange(statements.bytes(), from, statements.ends()[i]);
      if (digest(i) != Fingerprints.of(alone, SqlMode.standard()).digest()) {
        throw new IllegalStateException("two digests for statement " + i);
      }
    }
  }

  /** All statements once. */
  @Benchmark
  public long digests(Progress progress) {
    long sum = 0;
    for (int i = 0; i < statements.count(); i++) {
      sum += digest(i);
    }
    progress.megabytes += statements.size() / MEGABYTE;
    return sum;
  }

  private long digest(int i) {
    int from = i == 0 ? 0 : statements.ends()[i - 1];
    fingerprinter.begin();
    fingerprinter.feed(statements.bytes(), from, statements.ends()[i], true);
    return fingerprinter.digest();
  }
}
