package dev.watershed.benchmarks.server;

import dev.watershed.benchmarks.command.Options;
import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.ServerSampler;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code SamplingMain --product mysql --digests 10000 --tables 2100}: makes a server with a full
 * digest table, and times samples of it and a window: where nothing moved, where a few digests did,
 * and where all digests and all tables did. These take turns, after some rounds that only warm the
 * code up; the median of the rounds counts. Ends with 1 where the window takes longer than asked.
 */
public final class SamplingMain {

  private static final int FEW = 40;
  private static final int WARM_UP_ROUNDS = 5;
  private static final double ASKED_SECONDS = 2;
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Domain<?, ?>> domains = Domains.all();
  private final MeasuredServer server;
  private final int digests;
  private final int rounds;

  private SamplingMain(MeasuredServer server, int digests, int rounds) {
    this.server = server;
    this.digests = digests;
    this.rounds = rounds;
  }

  /** Makes the server and measures; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.read(
            arguments,
            "[--product mysql|mariadb] [--digests 10000] [--tables 2100] [--rounds 5]",
            Set.of(),
            Set.of("--product", "--digests", "--tables", "--rounds"));
    int tables = options.number("--tables", 2_100);
    boolean held;
    try (MeasuredServer server =
        MeasuredServer.start(
            options.text("--product", "mysql"),
            "--performance-schema=ON",
            "--table-open-cache=4000")) {
      ManyTables.make(server.url(), tables);
      held =
          new SamplingMain(
                  server, options.number("--digests", 10_000), options.number("--rounds", 5))
              .measure(tables);
    }
    System.exit(held ? 0 : 1);
  }

  private boolean measure(int tables) throws Exception {
    LastWindow sink = new LastWindow();
    double[] nothing = new double[rounds];
    double[] few = new double[rounds];
    double[] everything = new double[rounds];
    double[] window = new double[rounds];
    try (DigestTraffic traffic =
            new DigestTraffic(server.url(), "root", MeasuredServer.PASSWORD, tables);
        ServerSampler sampler = sampler(sink)) {
      traffic.forget();
      traffic.run(digests, 3);
      print("first sample, every histogram", seconds(sampler));
      for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
        int at = Math.max(0, round);
        nothing[at] = seconds(sampler);
        traffic.run(FEW, 1);
        few[at] = seconds(sampler);
        traffic.run(digests, 1);
        long start = System.nanoTime();
        everything[at] = seconds(sampler);
        sampler.seal();
        window[at] = (System.nanoTime() - start) / NANOS_PER_SECOND;
      }
    }
    print("sample, nothing moved", median(nothing));
    print("sample, " + FEW + " digests moved", median(few));
    print("sample, everything moved", median(everything));
    CollectedWindow sealed = sink.get();
    System.out.printf(
        Locale.ROOT,
        "asked: a window of everything in less than %.0f s; got: %.2f s, %,d rows of statements, %,d"
            + " of tables, cursor %,d bytes%n",
        ASKED_SECONDS,
        median(window),
        sealed.workload().statements().size(),
        sealed.observations().tables().size(),
        sealed.cursor().length);
    return median(window) < ASKED_SECONDS;
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private ServerSampler sampler(LastWindow sink) throws IOException {
    ServerAddress address = server.address("root");
    ServerPool pool = new ServerPool(address, ServerLimits.standard(), Domains.tables(domains));
    return ServerSampler.open(address.name(), pool, domains, sink, Clock.systemUTC());
  }

  private static double seconds(ServerSampler sampler) throws IOException {
    long start = System.nanoTime();
    FollowReport report = sampler.look(false, () -> false);
    if (!report.failures().isEmpty()) {
      throw new IOException(String.join("; ", report.failures()));
    }
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  private static void print(String what, double seconds) {
    System.out.printf(Locale.ROOT, "%-34s %6.2f s%n", what, seconds);
  }
}
