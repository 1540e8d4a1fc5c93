package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.map.primitive.LongLongMap;

/**
 * Holds the samples of a server against its counters per account. An account of several services is
 * compared as a whole, which is the sum of these.
 *
 * <p>The counters include what the collector's own account did, which neither samples nor digests
 * show; it is left out. Steps of routines are part of the CALL that runs them, and so are left out,
 * too.
 */
final class AccountChecks {

  private static final String STATEMENT = "statement/sql/";
  private static final String EXECUTION = "statement/com/Execute";

  private AccountChecks() {}

  /**
   * A line per account, the one with the most time first; none where the server does not count by
   * account, or nothing was seen.
   *
   * @param samples of the statements that were seen running
   * @param accounts what the server counted, by account
   * @param timeMicros what the server counted, by digest
   * @param ownUser the collector's account; may be empty
   */
  static List<AccountCheck> of(
      ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> samples,
      ObservationTable<AccountUse.Key, AccountUse.Figure> accounts,
      LongLongMap timeMicros,
      ServiceMapping mapping,
      String ownUser) {
    Map<String, Long> counted = counted(accounts, ownUser);
    double all = counted.values().stream().mapToLong(Long::longValue).sum();
    AttributedLoad sampled =
        LoadAttribution.of(
            SampledShares.of(samples, origin -> Attribution.of("account " + origin.user())),
            timeMicros);
    if (all == 0 || sampled.services().isEmpty()) {
      return List.of();
    }
    Map<String, TreeSet<String>> services = services(samples, accounts, mapping);
    List<AccountCheck> checks = new ArrayList<>();
    counted.forEach(
        (user, micros) ->
            checks.add(
                new AccountCheck(
                    user,
                    List.copyOf(services.getOrDefault(user, new TreeSet<>())),
                    micros / all,
                    share(sampled.of(Attribution.of("account " + user)), sampled.totalMicros()))));
    checks.sort(
        Comparator.comparingDouble(AccountCheck::countedShare)
            .reversed()
            .thenComparing(AccountCheck::user));
    return checks;
  }

  private static Map<String, Long> counted(
      ObservationTable<AccountUse.Key, AccountUse.Figure> accounts, String ownUser) {
    Map<String, Long> counted = new TreeMap<>();
    for (int row = 0; row < accounts.size(); row++) {
      AccountUse.Key key = accounts.key(row);
      String user = key.origin().user();
      boolean statement = key.event().startsWith(STATEMENT) || key.event().equals(EXECUTION);
      if (statement && !user.isEmpty() && !user.equals(ownUser)) {
        counted.merge(user, accounts.value(row, AccountUse.Figure.TIME_MICROS), Long::sum);
      }
    }
    return counted;
  }

  private static Map<String, TreeSet<String>> services(
      ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> samples,
      ObservationTable<AccountUse.Key, AccountUse.Figure> accounts,
      ServiceMapping mapping) {
    Map<String, TreeSet<String>> services = new TreeMap<>();
    accounts.keys().forEach(key -> add(services, mapping, key.origin()));
    samples.keys().forEach(key -> add(services, mapping, key.origin()));
    return services;
  }

  private static void add(
      Map<String, TreeSet<String>> services, ServiceMapping mapping, Origin origin) {
    mapping
        .attribute(origin)
        .service()
        .ifPresent(
            service ->
                services.computeIfAbsent(origin.user(), user -> new TreeSet<>()).add(service));
  }

  private static Interval share(Interval micros, long totalMicros) {
    double total = Math.max(1, totalMicros);
    return new Interval(micros.estimate() / total, micros.low() / total, micros.high() / total);
  }
}
