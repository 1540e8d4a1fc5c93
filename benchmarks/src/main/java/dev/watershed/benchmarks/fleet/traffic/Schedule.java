package dev.watershed.benchmarks.fleet.traffic;

import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When a client of a service does what. Requests come independently of each other: a Poisson
 * process whose rate follows the day (by thinning; Lewis and Shedler, Naval Research Logistics
 * Quarterly 26(3), 1979). The first client of a service does every written action once, whatever
 * the length of the run. The same seed gives the same schedule.
 */
final class Schedule {

  private Schedule() {}

  /** What one of the clients does, in the order of time. */
  static List<Arrival> of(
      Service service, int client, double seconds, double rateFactor, RandomGenerator random) {
    List<Arrival> arrivals = new ArrayList<>();
    if (client == 0) {
      for (Action action : service.actions()) {
        if (action.written()) {
          double span = action.to() - action.from();
          arrivals.add(new Arrival(action.from() + span * random.nextDouble(), action));
        }
      }
    }
    double highest = Math.max(1.2, service.saleFactor());
    double perRun = rateFactor * service.rate() / service.pool() * highest * seconds;
    double elapsed = exponential(random) / perRun;
    while (elapsed < 1) {
      double factor = Phase.at(elapsed).factor(service.saleFactor());
      if (random.nextDouble() * highest < factor) {
        add(service.actions(), elapsed, random, arrivals);
      }
      elapsed += exponential(random) / perRun;
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::elapsed));
    return arrivals;
  }

  private static double exponential(RandomGenerator random) {
    return -Math.log(1 - random.nextDouble());
  }

  private static void add(
      List<Action> actions, double elapsed, RandomGenerator random, List<Arrival> arrivals) {
    double sum = 0;
    for (Action action : actions) {
      sum += action.happensAt(elapsed) ? action.weight() : 0;
    }
    double left = random.nextDouble() * sum;
    for (Action action : actions) {
      if (action.happensAt(elapsed)) {
        left -= action.weight();
        if (left < 0) {
          arrivals.add(new Arrival(elapsed, action));
          return;
        }
      }
    }
  }
}
