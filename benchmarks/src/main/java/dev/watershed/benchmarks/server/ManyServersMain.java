package dev.watershed.benchmarks.server;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.rounds.RoundLoop;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.ServerSampler;
import dev.watershed.collector.server.sampling.Turns;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ManyServersMain --servers 20 --digests 10000 --launcher ./watershed}: makes so many
 * servers with full digest tables and samples them at the same time, beside one that never answers;
 * then lets the real {@code collect} do it, and reads the most memory that its process ever had.
 */
public final class ManyServersMain {

  private static final int ROUNDS = 3;
  private static final int ASKED_MIB = 512;
  private static final double KIB_PER_MIB = 1_024;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int PAUSE_MILLIS = 100;

  private final List<Domain<?, ?>> domains = Domains.all();
  private final Turns turns = Turns.standard();
  private final List<String> urls;

  private ManyServersMain(List<String> urls) {
    this.urls = urls;
  }

  /** Makes the servers and measures; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.read(
            arguments,
            "[--servers 20] [--digests 10000] [--launcher ./watershed] [--every 60s] [--for 200s]",
            Set.of("--servers", "--digests", "--launcher", "--every", "--for"));
    int digests = options.number("--digests", 10_000);
    try (ManyServers servers = ManyServers.start(options.number("--servers", 20))) {
      ManyServersMain main = new ManyServersMain(servers.urls());
      main.traffic(digests);
      main.time(digests);
      main.memory(
          Path.of(options.text("--launcher", "./watershed")),
          digests,
          options.text("--every", "60s"),
          options.text("--for", "200s"));
    }
  }

  private void traffic(int digests) throws Exception {
    for (String url : urls) {
      try (DigestTraffic traffic = new DigestTraffic(url, "root", MeasuredServer.PASSWORD, 0)) {
        traffic.run(digests, 1);
      }
    }
  }

  private void time(int digests) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<ServerSampler> samplers = new ArrayList<>();
      samplers.add(sampler("silent", "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/"));
      for (int server = 0; server < urls.size(); server++) {
        samplers.add(sampler("server-" + server, urls.get(server)));
      }
      ExecutorService threads = Executors.newFixedThreadPool(samplers.size());
      try {
        for (int round = 0; round < ROUNDS; round++) {
          together(threads, samplers);
          traffic(digests);
        }
      } finally {
        threads.shutdownNow();
        samplers.forEach(ServerSampler::close);
      }
    }
  }

  private static void together(ExecutorService threads, List<ServerSampler> samplers)
      throws Exception {
    long start = System.nanoTime();
    List<Future<Double>> looks = new ArrayList<>();
    for (ServerSampler sampler : samplers) {
      looks.add(threads.submit(() -> seconds(sampler)));
    }
    double slowest = 0;
    double sum = 0;
    for (Future<Double> look : looks.subList(1, looks.size())) {
      slowest = Math.max(slowest, look.get());
      sum += look.get();
    }
    double all = (System.nanoTime() - start) / NANOS_PER_SECOND;
    System.out.printf(
        Locale.ROOT,
        "asked: %d servers in the time of the slowest; got: %.2f s, slowest %.2f s (one after the"
            + " other %.2f s); the silent one %.2f s%n",
        looks.size() - 1,
        all,
        slowest,
        sum,
        looks.get(0).get());
  }

  private ServerSampler sampler(String name, String url) throws IOException {
    ServerPool pool =
        new ServerPool(
            new ServerAddress(name, url, "root", MeasuredServer.PASSWORD),
            ServerLimits.standard(),
            Domains.tables(domains));
    return ServerSampler.open(
        name, pool, domains, RoundLoop.Taken::new, turns, new LastWindow(), Clock.systemUTC());
  }

  private static double seconds(ServerSampler sampler) throws IOException {
    long start = System.nanoTime();
    FollowReport report = sampler.look(false, () -> false);
    report.failures().stream()
        .filter(failure -> !failure.contains("does not answer"))
        .forEach(System.out::println);
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  /** While every digest of every server moves again and again. */
  private void memory(Path launcher, int digests, String every, String lasting) throws Exception {
    Path folder = Files.createTempDirectory("many-servers");
    StringBuilder configuration = new StringBuilder("servers:\n");
    for (int server = 0; server < urls.size(); server++) {
      configuration.append(
          "  - {name: server-%d, url: '%s', user: root, password: '${env:SAMPLED}'}%n"
              .formatted(server, urls.get(server)));
    }
    Files.writeString(folder.resolve("watershed.yaml"), configuration);
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toAbsolutePath().toString(),
            "collect",
            "-c",
            "watershed.yaml",
            "--every",
            every,
            "--for",
            lasting);
    builder.environment().put("SAMPLED", MeasuredServer.PASSWORD);
    Process process = builder.directory(folder.toFile()).inheritIO().start();
    Thread traffic = new Thread(() -> trafficWhile(process, digests));
    traffic.start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakKib(process));
      Thread.sleep(PAUSE_MILLIS);
    }
    traffic.join();
    System.out.printf(
        Locale.ROOT,
        "asked: less than %d MiB resident; got: %.0f MiB (VmHWM), exit code %d; store %s%n",
        ASKED_MIB,
        peak / KIB_PER_MIB,
        process.exitValue(),
        folder);
  }

  private void trafficWhile(Process process, int digests) {
    try {
      while (process.isAlive()) {
        traffic(digests);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** 0 once the process has ended. */
  private static long peakKib(Process process) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
