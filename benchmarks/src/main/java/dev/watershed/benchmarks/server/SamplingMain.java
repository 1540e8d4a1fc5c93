package dev.watershed.benchmarks.server;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.ServerSampler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code SamplingMain --url jdbc:mysql://127.0.0.1:3306/ --user root --digests 9900 --servers 20},
 * with the password in {@code SAMPLED_PASSWORD}: fills the digest table of a server, times samples
 * of it, and then as many samplers at the same time, one of which waits for a server that never
 * answers. The server's digests are forgotten first: not for a server that somebody needs.
 */
public final class SamplingMain {

  private static final int ROUNDS = 5;
  private static final int FEW = 40;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MIB = 1 << 20;

  private final List<Domain<?, ?>> domains = Domains.all();
  private final String url;
  private final String user;
  private final String password;

  private SamplingMain(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Keeps the last window. */
  private static final class LastWindow implements WindowSink {
    private Optional<CollectedWindow> window = Optional.empty();

    @Override
    public Optional<Sealed> last(String server, String source) {
      return window.map(last -> new Sealed(last.number(), last.cursor()));
    }

    @Override
    public void put(CollectedWindow next) {
      window = Optional.of(next);
    }
  }

  /** Measures; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    if (!options.containsKey("--url") || arguments.length % 2 != 0) {
      System.err.println("--url URL [--user root] [--digests 9900] [--servers 20]");
      System.exit(2);
    }
    String password = Optional.ofNullable(System.getenv("SAMPLED_PASSWORD")).orElse("");
    SamplingMain main =
        new SamplingMain(options.get("--url"), options.getOrDefault("--user", "root"), password);
    int digests = Integer.parseInt(options.getOrDefault("--digests", "9900"));
    main.oneServer(digests);
    main.manyServers(Integer.parseInt(options.getOrDefault("--servers", "20")));
  }

  private void oneServer(int digests) throws Exception {
    LastWindow sink = new LastWindow();
    try (DigestTraffic traffic = new DigestTraffic(url, user, password);
        ServerSampler sampler = sampler("one", url, sink)) {
      traffic.forget();
      traffic.run(digests, 3);
      print("first sample, every histogram", seconds(sampler));
      for (int round = 0; round < ROUNDS; round++) {
        print("sample, nothing moved", seconds(sampler));
      }
      for (int round = 0; round < ROUNDS; round++) {
        traffic.run(FEW, 1);
        print("sample, " + FEW + " digests moved", seconds(sampler));
      }
      for (int round = 0; round < ROUNDS; round++) {
        traffic.run(digests, 1);
        print("sample, " + digests + " digests moved", seconds(sampler));
      }
      long start = System.nanoTime();
      sampler.seal();
      print("window with its cursor", (System.nanoTime() - start) / NANOS_PER_SECOND);
      CollectedWindow window = sink.window.orElseThrow();
      System.out.printf(
          Locale.ROOT,
          "%,d rows, cursor %,d bytes%n",
          window.workload().statements().size(),
          window.cursor().length);
    }
  }

  private void manyServers(int servers) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String nobody = "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/";
      List<ServerSampler> samplers = new ArrayList<>();
      samplers.add(sampler("silent", nobody, new LastWindow()));
      for (int server = 1; server < servers; server++) {
        samplers.add(sampler("server-" + server, url, new LastWindow()));
      }
      ExecutorService threads = Executors.newFixedThreadPool(servers);
      try {
        for (int round = 0; round < ROUNDS; round++) {
          parallel(threads, samplers);
        }
      } finally {
        threads.shutdownNow();
        samplers.forEach(ServerSampler::close);
      }
    }
  }

  private static void parallel(ExecutorService threads, List<ServerSampler> samplers)
      throws Exception {
    long start = System.nanoTime();
    List<Future<Double>> looks = new ArrayList<>();
    for (ServerSampler sampler : samplers) {
      looks.add(threads.submit(() -> seconds(sampler)));
    }
    double slowestAnswer = 0;
    for (Future<Double> look : looks.subList(1, looks.size())) {
      slowestAnswer = Math.max(slowestAnswer, look.get());
    }
    double silent = looks.get(0).get();
    System.out.printf(
        Locale.ROOT,
        "%d servers: %.2f s in all, slowest that answers %.2f s, the silent one %.2f s, heap at"
            + " most %.0f MiB%n",
        samplers.size(),
        (System.nanoTime() - start) / NANOS_PER_SECOND,
        slowestAnswer,
        silent,
        heapPeak() / MIB);
  }

  private ServerSampler sampler(String name, String at, WindowSink sink) throws IOException {
    ServerPool pool =
        new ServerPool(
            new ServerAddress(name, at, user, password),
            ServerLimits.standard(),
            Domains.tables(domains));
    return ServerSampler.open(name, pool, domains, sink, Clock.systemUTC());
  }

  private static double seconds(ServerSampler sampler) throws IOException {
    long start = System.nanoTime();
    FollowReport report = sampler.look(false, () -> false);
    if (!report.failures().isEmpty()) {
      System.out.println("  " + report.failures());
    }
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static void print(String what, double seconds) {
    System.out.printf(Locale.ROOT, "%-34s %6.2f s%n", what, seconds);
  }
}
