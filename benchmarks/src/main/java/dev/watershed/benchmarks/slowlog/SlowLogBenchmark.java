package dev.watershed.benchmarks.slowlog;

import dev.watershed.benchmarks.corpus.CorpusGenerator;
import dev.watershed.benchmarks.corpus.CorpusShape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reading + fingerprint + aggregation of a slow log in the page cache, beside newline scans. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SlowLogBenchmark {

  private static final long SEED = 1;

  /** Enough for a part for each of two threads. */
  private static final long GATE_BYTES = 28 << 20;

  private static final double MEGABYTE = 1e6;

  /** The corpus. */
  @Param({"HEADER", "STATEMENT"})
  public CorpusShape shape;

  /** Its size. */
  @Param("268435456")
  public long bytes;

  private Path log;

  /** What one second is worth. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Progress {
    /** Millions of bytes read. */
    public double megabytes;

    /** Events read. */
    public double events;

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void clear() {
      megabytes = 0;
      events = 0;
    }
  }

  /** Writes the corpus, and proves first that the collector reads such logs rightly. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    Path small = corpus(GATE_BYTES);
    SlowLogGate.check(small, List.of(1, 2));
    Files.delete(small);
    log = corpus(bytes);
  }

  private Path corpus(long size) throws IOException {
    Path file = Files.createTempFile("watershed-" + shape, ".log");
    try (OutputStream out = Files.newOutputStream(file)) {
      CorpusGenerator.write(shape, SEED, size, out);
    }
    return file;
  }

  /** Deletes the corpus. */
  @TearDown(Level.Trial)
  public void clean() throws IOException {
    Files.delete(log);
  }

  /** One thread. */
  @Benchmark
  public long collect1(Progress progress) throws IOException {
    return collect(1, progress);
  }

  /** Two threads. */
  @Benchmark
  public long collect2(Progress progress) throws IOException {
    return collect(2, progress);
  }

  private long collect(int threads, Progress progress) throws IOException {
    long events = SlowLogGate.events(SlowLogGate.collect(log, threads).workload());
    progress.megabytes += Files.size(log) / MEGABYTE;
    progress.events += events;
    return events;
  }

  /** Newlines, a byte at a time. */
  @Benchmark
  public long newlinesPlain(Progress progress) throws IOException {
    progress.megabytes += Files.size(log) / MEGABYTE;
    return NewlineScan.plain(log);
  }

  /** Newlines, eight bytes at a time. */
  @Benchmark
  public long newlinesWordwise(Progress progress) throws IOException {
    progress.megabytes += Files.size(log) / MEGABYTE;
    return NewlineScan.wordwise(log);
  }
}
