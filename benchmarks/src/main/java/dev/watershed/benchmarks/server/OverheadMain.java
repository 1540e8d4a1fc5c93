package dev.watershed.benchmarks.server;

import dev.watershed.benchmarks.command.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * {@code OverheadMain --pairs 20 --block 60 --clients 4 --seed 1}: what sampling once a minute,
 * with the watching between samples, costs a MySQL with 2,100 tables and a full digest table. First
 * of throughput, under clients that send without a pause: pairs of blocks with a sample each and
 * without, in an order by chance. Then of processor time, in pairs of blocks in which each digest
 * is sent once. Ends with 1 where the upper bound of what is lost is higher than asked.
 */
public final class OverheadMain {

  private static final String USAGE =
      "[--pairs 20] [--block SECONDS] [--clients 4] [--seed 1] [--tables 2100] [--digests 10000]"
          + " [--paced SECONDS]";
  private static final String USER = "watershed";
  private static final double ASKED_SHARE = 0.01;
  private static final double PROBABILITY = 0.95;
  private static final int WARM_UP_SHARE = 2;
  private static final double NANOS_PER_SECOND = 1e9;

  private final MeasuredServer server;
  private final LastWindow sink = new LastWindow();
  private final int blockSeconds;

  private OverheadMain(MeasuredServer server, int blockSeconds) {
    this.server = server;
    this.blockSeconds = blockSeconds;
  }

  /** Makes the server and measures; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.read(
            arguments,
            USAGE,
            Set.of(),
            Set.of(
                "--pairs", "--block", "--clients", "--seed", "--tables", "--digests", "--paced"));
    int tables = options.number("--tables", 2_100);
    int digests = options.number("--digests", 10_000);
    int block = options.number("--block", 60);
    int seed = options.number("--seed", 1);
    boolean held;
    try (MeasuredServer server = MeasuredServer.start("mysql", "--table-open-cache=4000")) {
      prepare(server, digests, tables);
      OverheadMain main = new OverheadMain(server, block);
      try (LoadClients clients =
          new LoadClients(server, options.number("--clients", 4), digests, tables, seed)) {
        held = main.throughput(clients, options.number("--pairs", 20), new SplittableRandom(seed));
      }
      try (DigestTraffic traffic =
          new DigestTraffic(server.url(), "root", MeasuredServer.PASSWORD, tables)) {
        main.processorTime(traffic, digests, options.number("--paced", 4 * block));
      }
    }
    System.exit(held ? 0 : 1);
  }

  /** Every row of the digest table is taken, and every table was read. */
  private static void prepare(MeasuredServer server, int digests, int tables) throws Exception {
    ManyTables.make(server.url(), tables);
    server.execute(
        "CREATE USER " + USER + " IDENTIFIED BY '" + MeasuredServer.PASSWORD + "'",
        "GRANT PROCESS ON *.* TO " + USER,
        "GRANT SELECT ON performance_schema.* TO " + USER);
    try (DigestTraffic traffic =
        new DigestTraffic(server.url(), "root", MeasuredServer.PASSWORD, tables)) {
      traffic.forget();
      traffic.run(digests, 1);
    }
  }

  /** Whether less is lost than asked. */
  private boolean throughput(LoadClients clients, int pairs, SplittableRandom random)
      throws Exception {
    withSample(clients);
    without(clients, blockSeconds / WARM_UP_SHARE);
    List<Double> lost = new ArrayList<>();
    for (int pair = 1; pair <= pairs; pair++) {
      boolean sampledFirst = random.nextBoolean();
      double first = sampledFirst ? withSample(clients) : without(clients, blockSeconds);
      double second = sampledFirst ? without(clients, blockSeconds) : withSample(clients);
      double with = sampledFirst ? first : second;
      double without = sampledFirst ? second : first;
      lost.add(1 - with / without);
      System.out.printf(
          Locale.ROOT,
          "pair %2d, sampled %s: %,.0f statements/s with, %,.0f without, lost %5.2f %%%n",
          pair,
          sampledFirst ? "first " : "second",
          with,
          without,
          100 * lost.get(lost.size() - 1));
    }
    LostThroughput all = new LostThroughput(lost);
    System.out.printf(
        Locale.ROOT,
        "asked: less than %.0f %% lost; got: %.2f %% (mean of %d pairs, deviation %.2f), upper bound"
            + " with %.0f %% (one-sided, Student's t): %.2f %%%n",
        100 * ASKED_SHARE,
        100 * all.mean(),
        pairs,
        100 * all.deviation(),
        100 * PROBABILITY,
        100 * all.upperBound(PROBABILITY));
    return all.upperBound(PROBABILITY) < ASKED_SHARE;
  }

  /**
   * Statements per second in a block with a sample at its start and the watching through it. The
   * collector's first look, with the pass over all histograms, is behind it.
   */
  private double withSample(LoadClients clients) throws Exception {
    try (WatchedCollector collector = new WatchedCollector(server, USER, sink)) {
      collector.sample();
      long start = System.nanoTime();
      long before = clients.executed();
      collector.sample();
      await(start, blockSeconds);
      return rate(clients, before, start);
    }
  }

  private static double without(LoadClients clients, int seconds) throws Exception {
    long start = System.nanoTime();
    long before = clients.executed();
    await(start, seconds);
    return rate(clients, before, start);
  }

  private static double rate(LoadClients clients, long before, long start) throws Exception {
    long executed = clients.executed() - before;
    return executed / ((System.nanoTime() - start) / NANOS_PER_SECOND);
  }

  private static void await(long start, int seconds) throws InterruptedException {
    long left = start + TimeUnit.SECONDS.toNanos(seconds) - System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
  }

  /**
   * The server's own processor time of a block with watching and a sample at its end, to which all
   * that moved has to be told, less what it needs in blocks with the same statements and without;
   * apart from these, that of a collector's first look, which reads all histograms.
   */
  private void processorTime(DigestTraffic traffic, int digests, int seconds) throws Exception {
    int samples = Math.max(1, seconds / (2 * blockSeconds));
    double alone = 0;
    double first = 0;
    double with = 0;
    for (int sample = 0; sample < samples; sample++) {
      alone += block(traffic, digests);
      double begin = server.cpuSeconds();
      try (WatchedCollector collector = new WatchedCollector(server, USER, sink)) {
        collector.sample();
        double looked = server.cpuSeconds();
        first += looked - begin;
        block(traffic, digests);
        collector.sample();
        with += server.cpuSeconds() - looked;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "the server's processor time: %.3f s per sample and %d s of watching, beyond %.3f s of a"
            + " block with %,d statements, each of another digest (%d pairs); %.3f s of a first look%n",
        (with - alone) / samples,
        blockSeconds,
        alone / samples,
        digests,
        samples,
        first / samples);
  }

  /** Sends each digest once and waits for the end of the block; the processor time of it. */
  private double block(DigestTraffic traffic, int digests) throws Exception {
    long start = System.nanoTime();
    double before = server.cpuSeconds();
    traffic.run(digests, 1);
    await(start, blockSeconds);
    return server.cpuSeconds() - before;
  }
}
