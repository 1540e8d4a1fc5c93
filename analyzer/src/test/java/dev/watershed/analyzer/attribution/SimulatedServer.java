package dev.watershed.analyzer.attribution;

import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.collections.api.map.primitive.LongLongMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;

/**
 * Executions of some services on a server, whose true times are known, and what one look per second
 * at a random moment sees of them. A service's executions begin at random and have log-normal
 * lengths; those of some services are longer than those of others.
 */
final class SimulatedServer {

  private static final int SERVICES = 6;
  private static final long SECOND_MICROS = 1_000_000;

  private final Random random;
  private final int seconds;
  private final double[] looks;
  private final Map<Attribution.Key, Double> times = new HashMap<>();
  private final Map<Long, Double> totals = new HashMap<>();
  private final ObservationRows<Attribution.Key, Figure> rows =
      new ObservationRows<>(Attribution.KIND, 1_000_000);

  private SimulatedServer(long seed, int seconds) {
    this.random = new Random(seed);
    this.seconds = seconds;
    this.looks = new double[seconds];
    for (int second = 0; second < seconds; second++) {
      looks[second] = second + random.nextDouble();
    }
  }

  /** Statements from a millisecond to half a minute, rare ones and frequent ones. */
  static SimulatedServer mixed(long seed, int digests, int seconds) {
    SimulatedServer server = new SimulatedServer(seed, seconds);
    for (int digest = 1; digest <= digests; digest++) {
      double length = 0.001 * Math.pow(30_000, server.random.nextDouble());
      double atATime = 0.02 * Math.pow(100, server.random.nextDouble());
      server.run(digest, length, Math.max(atATime, 20 * length / seconds));
    }
    return server;
  }

  /** Statements of about one length. */
  static SimulatedServer uniform(
      long seed, int digests, int seconds, double length, double atATime) {
    SimulatedServer server = new SimulatedServer(seed, seconds);
    for (int digest = 1; digest <= digests; digest++) {
      server.run(digest, length, atATime);
    }
    return server;
  }

  List<String> services() {
    return IntStream.range(0, SERVICES).mapToObj(SimulatedServer::name).toList();
  }

  /** The true share of a service in the time of a statement. */
  double share(long digest, String service) {
    return times.getOrDefault(key(digest, service), 0.0) / totals.get(digest);
  }

  /** The time of each digest, as the server counts it, in microseconds. */
  LongLongMap times() {
    LongLongHashMap micros = new LongLongHashMap();
    totals.forEach((digest, seconds) -> micros.put(digest, Math.round(seconds * SECOND_MICROS)));
    return micros;
  }

  /** The true time of a service, in microseconds. */
  double micros(String service) {
    return SECOND_MICROS
        * times.entrySet().stream()
            .filter(entry -> entry.getKey().origin().user().equals(service))
            .mapToDouble(Map.Entry::getValue)
            .sum();
  }

  ObservationTable<Attribution.Key, Figure> samples() {
    return rows.build();
  }

  private void run(long digest, double length, double atATime) {
    double[] weights = new double[SERVICES];
    double sum = 0;
    for (int service = 0; service < SERVICES; service++) {
      weights[service] = 1 / Math.pow(service + 1, 1.2);
      sum += weights[service];
    }
    for (int service = 0; service < SERVICES; service++) {
      double own = length * (0.3 + 2.2 * random.nextDouble() * random.nextDouble());
      run(key(digest, name(service)), own, atATime * weights[service] / sum);
    }
  }

  private void run(Attribution.Key key, double length, double atATime) {
    double start = -20 * length;
    while (true) {
      start -= Math.log(1 - random.nextDouble()) * length / atATime;
      if (start >= seconds) {
        return;
      }
      double end =
          Math.min(seconds, start + length * Math.exp(0.7 * random.nextGaussian() - 0.245));
      if (end > 0) {
        double time = end - Math.max(0, start);
        times.merge(key, time, Double::sum);
        totals.merge(key.digest(), time, Double::sum);
        look(key, start, end);
      }
    }
  }

  /** One sample per second in which the look fell into the execution. */
  private void look(Attribution.Key key, double start, double end) {
    int from = Math.max(0, (int) Math.floor(start));
    int to = Math.min(seconds - 1, (int) Math.floor(end));
    boolean first = true;
    for (int second = from; second <= to; second++) {
      double look = looks[second];
      if (look < start || look >= end) {
        continue;
      }
      boolean again = second < to && looks[second + 1] < end;
      double begun = Math.max(start, second);
      // The part of the second in which it did not run, or an estimate of it without bias.
      double variance = again ? begun - second : 1 - 2 * (look - begun);
      rows.add(key, Figure.SAMPLES, 1);
      rows.add(key, Figure.EXECUTIONS, first ? 1 : 0);
      rows.add(key, Figure.SAMPLED_MICROS, SECOND_MICROS);
      rows.add(key, Figure.COUNT_VARIANCE_MILLIONTHS, Math.round(variance * 1e6));
      first = false;
    }
  }

  private static Attribution.Key key(long digest, String service) {
    return new Attribution.Key(digest, new Origin(service, "", List.of()));
  }

  private static String name(int service) {
    return "service-" + service;
  }
}
