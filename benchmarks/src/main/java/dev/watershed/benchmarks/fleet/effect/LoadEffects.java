package dev.watershed.benchmarks.fleet.effect;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.benchmarks.fleet.month.CapturedLog;
import dev.watershed.benchmarks.fleet.problem.LabelledQuery;
import dev.watershed.benchmarks.fleet.problem.PlantedCase;
import dev.watershed.benchmarks.fleet.problem.PlantedCases;
import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.service.SqlTemplate;
import dev.watershed.benchmarks.fleet.traffic.Phase;
import dev.watershed.benchmarks.fleet.truth.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a capture shows of the cases that are planted in its load. */
public final class LoadEffects {

  private final PlantedCases cases;
  private final Truth truth;
  private final ServiceMapping mapping;
  private final Map<String, CapturedLog> logs = new LinkedHashMap<>();

  private LoadEffects(PlantedCases cases, Truth truth, ServiceMapping mapping) {
    this.cases = cases;
    this.truth = truth;
    this.mapping = mapping;
  }

  /**
   * The effects, in the order of the cases.
   *
   * @param folder of the capture
   * @param truth of it, for the names of its logs
   */
  public static List<Effect> of(
      PlantedCases cases, Path folder, Truth truth, ServiceMapping mapping) throws IOException {
    LoadEffects effects = new LoadEffects(cases, truth, mapping);
    for (Truth.Server server : truth.servers()) {
      effects.logs.put(server.name(), CapturedLog.read(folder.resolve(server.slowLog())));
    }
    List<Effect> all = new ArrayList<>();
    for (PlantedCase planted : cases.all()) {
      if (!planted.trap()) {
        effects.effect(planted).ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Effect> effect(PlantedCase planted) throws IOException {
    ProblemKind kind = planted.kind();
    return switch (kind) {
      case NOISY_NEIGHBOUR -> Optional.of(dominance(planted));
      case ROWS_REGRESSION -> Optional.of(growth(planted));
      case NEW_HOT_DIGEST, NEW_CROSSING -> Optional.of(beginning(planted));
      case DEADLOCK ->
          Optional.of(new Effect(planted.id(), "failed calls", whole(planted).errors(), 1));
      case ERROR_RATE ->
          Optional.of(
              new Effect(
                  planted.id(),
                  "failed calls per call",
                  (double) whole(planted).errors() / Math.max(1, whole(planted).calls()),
                  0.05));
      case LOCK_WAIT ->
          Optional.of(
              new Effect(
                  planted.id(),
                  "time waited for locks per time",
                  whole(planted).lockedShare(),
                  0.25));
      default -> Optional.empty();
    };
  }

  /** The neighbour's part of the time on its server while it works. */
  private Effect dominance(PlantedCase planted) throws IOException {
    LabelledQuery query = cases.facts().queries(planted).get(0);
    double from = query.action().from();
    double to = query.action().to();
    SpanLoad inside = load(planted, at -> at.from(from) && at.before(to));
    double whole = Math.max(1, inside.sum(key -> true).timeMicros());
    return new Effect(
        planted.id(),
        "time of the neighbour per time",
        inside.sum(shown(planted)).timeMicros() / whole,
        0.5);
  }

  private Effect growth(PlantedCase planted) throws IOException {
    double before =
        load(planted, at -> at.before(Phase.DEPLOYMENT)).sum(shown(planted)).rowsPerCall();
    double after = load(planted, at -> at.from(Phase.DEPLOYMENT)).sum(shown(planted)).rowsPerCall();
    return new Effect(planted.id(), "times the rows per call", after / Math.max(1, before), 2);
  }

  private Effect beginning(PlantedCase planted) throws IOException {
    long before = load(planted, at -> at.before(Phase.DEPLOYMENT)).sum(shown(planted)).calls();
    long after = load(planted, at -> at.from(Phase.DEPLOYMENT)).sum(shown(planted)).calls();
    return new Effect(planted.id(), "calls after it, none before", before == 0 ? after : 0, 1);
  }

  private CallSums whole(PlantedCase planted) throws IOException {
    return load(planted, at -> true).sum(shown(planted));
  }

  /** The statements that show a case, of the services that do. */
  private Predicate<SpanLoad.Key> shown(PlantedCase planted) {
    Set<Long> digests =
        cases.facts().queries(planted).stream()
            .flatMap(query -> query.query().templates().stream())
            .map(SqlTemplate::fingerprint)
            .map(fingerprint -> fingerprint.digest())
            .collect(Collectors.toSet());
    Set<String> services = Set.copyOf(cases.facts().services(planted));
    return key -> digests.contains(key.digest()) && services.contains(key.service());
  }

  /** What the server of a case executed in a part of the run. */
  private SpanLoad load(PlantedCase planted, Predicate<EventTime> part) throws IOException {
    String server = cases.facts().catalog().server(planted.tables().get(0).schema());
    return SpanLoad.of(
        logs.get(server).events().stream()
            .filter(
                event -> part.test(EventTime.of(event.time(), truth.startedAt(), truth.planned())))
            .toList(),
        mapping);
  }
}
