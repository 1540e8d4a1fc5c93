package dev.watershed.benchmarks.server;

import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.command.ResidentPeak;
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
 * servers with full digest tables and samples them at the same time, beside one that never answers,
 * and, in turn with that, one after the other with nobody beside; then lets the real {@code
 * collect} do it, and reads the most memory that its process ever had. Ends with 1 where a figure
 * asked for is missed or something failed.
 */
public final class ManyServersMain {

  private static final int ROUNDS = 3;
  private static final int ASKED_MIB = 512;
  private static final double KIB_PER_MIB = 1_024;
  private static final String SILENT = "silent";

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
            Set.of(),
            Set.of("--servers", "--digests", "--launcher", "--every", "--for"));
    int digests = options.number("--digests", 10_000);
    boolean held;
    try (ManyServers servers = ManyServers.start(options.number("--servers", 20))) {
      ManyServersMain main = new ManyServersMain(servers.urls());
      main.traffic(digests);
      held = main.time(digests);
      held &=
          main.memory(
              Path.of(options.text("--launcher", "./watershed")),
              digests,
              options.text("--every", "60s"),
              options.text("--for", "200s"));
    }
    System.exit(held ? 0 : 1);
  }

  private void traffic(int digests) throws Exception {
    for (String url : urls) {
      try (DigestTraffic traffic = new DigestTraffic(url, "root", MeasuredServer.PASSWORD, 0)) {
        traffic.run(digests, 1);
      }
    }
  }

  /** Every digest moves before each look. */
  private boolean time(int digests) throws Exception {
    boolean held = true;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerSampler silent =
          sampler(SILENT, "jdbc:mysql://127.0.0.1:" + socket.getLocalPort() + "/");
      List<ServerSampler> samplers = new ArrayList<>();
      for (int server = 0; server < urls.size(); server++) {
        samplers.add(sampler("server-" + server, urls.get(server)));
      }
      ExecutorService threads = Executors.newFixedThreadPool(samplers.size() + 1);
      try {
        for (int round = 0; round < ROUNDS; round++) {
          Looks together = together(threads, samplers, silent);
          traffic(digests);
          held &= told(together, apart(samplers));
          traffic(digests);
        }
      } finally {
        threads.shutdownNow();
        samplers.forEach(ServerSampler::close);
        silent.close();
      }
    }
    return held;
  }

  /** All at the same time, beside one that never answers. */
  private static Looks together(
      ExecutorService threads, List<ServerSampler> samplers, ServerSampler silent)
      throws Exception {
    long start = System.nanoTime();
    Future<Looks.Look> unanswered = threads.submit(() -> Looks.Look.at(silent));
    List<Future<Looks.Look>> futures = new ArrayList<>();
    for (ServerSampler sampler : samplers) {
      futures.add(threads.submit(() -> Looks.Look.at(sampler)));
    }
    List<Looks.Look> looks = new ArrayList<>();
    for (Future<Looks.Look> future : futures) {
      looks.add(future.get());
    }
    double seconds = Looks.secondsSince(start);
    if (unanswered.get().failures().isEmpty()) {
      throw new IllegalStateException("a server that never answers was sampled");
    }
    return new Looks(seconds, looks);
  }

  /** One after the other. */
  private static Looks apart(List<ServerSampler> samplers) throws IOException {
    long start = System.nanoTime();
    List<Looks.Look> looks = new ArrayList<>();
    for (ServerSampler sampler : samplers) {
      looks.add(Looks.Look.at(sampler));
    }
    return new Looks(Looks.secondsSince(start), looks);
  }

  private static boolean told(Looks together, Looks apart) {
    System.out.printf(
        Locale.ROOT,
        "asked: %d servers in the time of the slowest by itself; got: %.2f s together, %.2f s the"
            + " slowest by itself, %.2f s one after the other%n",
        together.all().size(),
        together.seconds(),
        apart.slowest(),
        apart.seconds());
    List<String> failures = new ArrayList<>(together.failures());
    failures.addAll(apart.failures());
    failures.forEach(failure -> System.out.println("  failed: " + failure));
    return failures.isEmpty() && together.seconds() <= apart.slowest();
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

  /** A launcher of a checkout builds first where sources have changed, which is not to count. */
  private static void built(Path launcher) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(launcher.toAbsolutePath().toString(), "--version")
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(launcher + " --version ended with " + code);
    }
  }

  /** While every digest of every server moves again and again. */
  private boolean memory(Path launcher, int digests, String every, String lasting)
      throws Exception {
    Path folder = Files.createTempDirectory("many-servers");
    StringBuilder configuration = new StringBuilder("servers:\n");
    for (int server = 0; server < urls.size(); server++) {
      configuration.append(
          "  - {name: server-%d, url: '%s', user: root, password: '${env:SAMPLED}'}%n"
              .formatted(server, urls.get(server)));
    }
    Files.writeString(folder.resolve("watershed.yaml"), configuration);
    built(launcher);
    ResidentPeak peak = new ResidentPeak(folder.resolve("peak.txt"));
    ProcessBuilder builder =
        new ProcessBuilder(
            peak.measuring(
                List.of(
                    launcher.toAbsolutePath().toString(),
                    "collect",
                    "-c",
                    "watershed.yaml",
                    "--every",
                    every,
                    "--for",
                    lasting)));
    builder.environment().put("SAMPLED", MeasuredServer.PASSWORD);
    Process process = builder.directory(folder.toFile()).inheritIO().start();
    int rounds = 0;
    try {
      while (process.isAlive()) {
        traffic(digests);
        rounds++;
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
    }
    double mebibytes = peak.kibibytes() / KIB_PER_MIB;
    System.out.printf(
        Locale.ROOT,
        "asked: less than %d MiB resident; got: %.0f MiB (ru_maxrss), exit code %d, every digest"
            + " sent %d times meanwhile; store %s%n",
        ASKED_MIB,
        mebibytes,
        process.exitValue(),
        rounds,
        folder);
    return mebibytes < ASKED_MIB && process.exitValue() == 0;
  }
}
