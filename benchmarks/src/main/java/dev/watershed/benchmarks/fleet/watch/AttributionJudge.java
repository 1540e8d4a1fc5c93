package dev.watershed.benchmarks.fleet.watch;

import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.span.CountedTimes;
import dev.watershed.benchmarks.fleet.config.ConfigurationWriter;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.truth.LoggedTimes;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.cli.Main;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.WindowSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.eclipse.collections.api.map.primitive.LongLongMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Holds what {@code analyze} says of the counters of a fleet against the logs of the same run,
 * which hold every statement.
 */
public final class AttributionJudge {

  /**
   * What came of a server.
   *
   * @param server its name
   * @param countedSeconds the time that its counters say, as they are in the store
   * @param attributedSeconds what {@code analyze} gives to services, to nobody and to no sample:
   *     the same
   * @param samples how often a running statement was seen
   * @param accounts how many accounts the counters know
   * @param agreeing of how many of them the counters lie in the interval of the samples
   * @param services each service that works on the server by its log, or to which {@code analyze}
   *     gives time; none where nothing was seen
   */
  public record Judgement(
      String server,
      double countedSeconds,
      double attributedSeconds,
      long samples,
      long accounts,
      long agreeing,
      List<JudgedService> services) {

    public Judgement {
      services = List.copyOf(services);
    }
  }

  private static final double MICROS_PER_SECOND = 1e6;

  private AttributionJudge() {}

  /**
   * Judges a capture that was watched while it ran.
   *
   * @param mapping whose an origin is, by its configuration
   */
  public static List<Judgement> judge(Path folder, Truth truth, ServiceMapping mapping)
      throws IOException {
    List<Judgement> judgements = new ArrayList<>();
    for (Truth.Server server : truth.servers()) {
      LongLongMap stored = counted(folder, server.name());
      SortedMap<String, Double> logged =
          LoggedTimes.micros(folder.resolve(server.slowLog()), mapping, stored);
      judgements.add(
          judge(
              server.name(),
              stored.sum() / MICROS_PER_SECOND,
              analyzed(folder, server.name()),
              logged));
    }
    return judgements;
  }

  /**
   * Judges what is said of a server.
   *
   * @param stored the seconds that its counters say
   * @param analyzed the answer of {@code analyze}
   * @param logged microseconds by service
   */
  static Judgement judge(
      String server, double stored, Map<?, ?> analyzed, SortedMap<String, Double> logged) {
    Map<?, ?> attribution = (Map<?, ?>) analyzed.get("attribution");
    double counted = number(attribution, "queryTimeSeconds");
    double attributed =
        number(attribution, "openSeconds") + number(attribution, "unattributedSeconds");
    Map<String, Interval> estimates = new HashMap<>();
    for (Object each : (List<?>) analyzed.get("services")) {
      Map<?, ?> service = (Map<?, ?>) each;
      double estimate = number(service, "queryTimeSeconds");
      attributed += estimate;
      estimates.put(
          Optional.ofNullable(service.get("service")).map(Object::toString).orElse(""),
          new Interval(
              estimate / counted,
              number(service, "lowSeconds") / counted,
              number(service, "highSeconds") / counted));
    }
    Interval unseen = new Interval(0, 0, number(attribution, "unseenServiceHighSeconds") / counted);
    double all = logged.values().stream().mapToDouble(Double::doubleValue).sum();
    List<JudgedService> services = new ArrayList<>();
    Map<?, ?> own = (Map<?, ?>) ((List<?>) attribution.get("servers")).get(0);
    long samples = (long) number(own, "samples");
    Set<String> judged = new TreeSet<>(logged.keySet());
    estimates.keySet().stream().filter(service -> !service.isEmpty()).forEach(judged::add);
    for (String service : samples == 0 ? Set.<String>of() : judged) {
      services.add(
          new JudgedService(
              server,
              service,
              logged.getOrDefault(service, 0.0) / all,
              estimates.getOrDefault(service, unseen)));
    }
    return new Judgement(
        server,
        stored,
        attributed,
        samples,
        ((List<?>) own.get("accounts")).size(),
        (long) number(own, "accountsAgreeing"),
        services);
  }

  private static LongLongMap counted(Path folder, String server) throws IOException {
    WindowFilter filter =
        new WindowFilter(Set.of(server), Set.of(WindowSource.COUNTERS), Instant.MIN, Instant.MAX);
    try (StoreSnapshot snapshot =
        Store.open(new LocalStoreFiles(folder.resolve("workload"))).snapshot(filter)) {
      return CountedTimes.of(snapshot.windows()).getOrDefault(server, new LongLongHashMap());
    }
  }

  private static double number(Map<?, ?> object, String key) {
    return ((Number) object.get(key)).doubleValue();
  }

  /** What the command line says of the counters of a server. */
  private static Map<?, ?> analyzed(Path folder, String server) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    CommandContext context =
        new CommandContext(
            InputStream.nullInputStream(),
            output,
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            false,
            Map.of(ConfigurationWriter.PASSWORD_VARIABLE, FleetServer.PASSWORD),
            folder,
            Optional.empty(),
            Clock.systemUTC());
    int code =
        Main.run(
            context,
            "analyze",
            "-c",
            folder.resolve("live.yaml").toString(),
            "--source",
            "perfschema",
            "--server",
            server,
            "--format",
            "json");
    if (code != 0) {
      throw new IOException(
          "analyze ended with " + code + ": " + errors.toString(StandardCharsets.UTF_8));
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(1 << 30).build();
    return (Map<?, ?>) new Load(settings).loadFromString(output.toString(StandardCharsets.UTF_8));
  }
}
