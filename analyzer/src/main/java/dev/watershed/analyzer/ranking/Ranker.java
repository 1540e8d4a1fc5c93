package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.collections.api.list.primitive.ImmutableDoubleList;

/** Ranks the groups of a workload. Pure: the same input gives the same facts. */
public final class Ranker {

  private static final int ALL = 0;

  private final Workload workload;
  private final ServiceMapping mapping;
  private final OriginGrouping services;
  private final FigureTable total = new FigureTable();
  private final Visibility visibility;

  /**
   * @param workload what to rank
   * @param mapping whose its origins are
   */
  public Ranker(Workload workload, ServiceMapping mapping) {
    this.workload = workload;
    this.mapping = mapping;
    this.services = new OriginGrouping(workload, origin -> OriginNames.service(mapping, origin));
    for (int row = 0; row < workload.statements().size(); row++) {
      total.add(ALL, workload.statements(), row);
    }
    this.visibility =
        new Visibility(
            workload.quality().longQueryTimeSeconds(),
            nothing() ? OptionalLong.empty() : smallest(),
            workload.quality().sampled());
  }

  /** The facts that the options ask for. */
  public WorkloadFacts rank(RankingOptions options) {
    Order order = possible(options);
    GroupedRows rows = rows(options.groupBy());
    int[] ranked = ranked(rows, order);
    int limit = options.limit() == 0 ? ranked.length : Math.min(options.limit(), ranked.length);
    LoadSeries series = series();
    return new WorkloadFacts(
        options,
        order,
        nothing() ? Optional.empty() : Optional.of(total.figures(ALL, visibility)),
        digestCount(),
        ranked.length,
        facts(rows, IntStream.of(ranked).limit(limit).toArray()),
        serviceLoads(series),
        series.load(),
        new QualityAssessment(workload, services).assess(visibility));
  }

  private boolean nothing() {
    return total.size() == 0;
  }

  /** Counters may tell of no statement what its shortest time was. */
  private OptionalLong smallest() {
    long micros = total.value(ALL, Measure.TIME_MICROS_MIN);
    return micros == Measure.TIME_MICROS_MIN.neutral()
        ? OptionalLong.empty()
        : OptionalLong.of(micros);
  }

  private Order possible(RankingOptions options) {
    boolean hidden = visibility.hidesFastExecutions() && options.order().needsEveryExecution();
    boolean notKept = options.groupBy() == GroupBy.MINUTE && options.order() == Order.VARIANCE;
    return hidden || notKept ? Order.TIME : options.order();
  }

  private GroupedRows rows(GroupBy groupBy) {
    return switch (groupBy) {
      case MINUTE -> new MinuteGroups(workload, services);
      case DIGEST -> statements(new DigestGrouping(workload));
      case SERVICE -> statements(services);
      case MODULE ->
          statements(new OriginGrouping(workload, origin -> OriginNames.module(mapping, origin)));
      case SCHEMA -> statements(new SchemaGrouping(workload));
      case TABLE -> statements(new TableGrouping(workload));
      case ACCOUNT -> statements(new OriginGrouping(workload, OriginNames::account));
    };
  }

  private GroupedRows statements(Grouping grouping) {
    return new StatementGroups(workload, services, grouping);
  }

  private int[] ranked(GroupedRows rows, Order order) {
    record Candidate(int group, Figures figures) {}
    FigureTable table = rows.figures();
    IntFunction<Figures> figuresOf =
        order.needsDistribution()
            ? group -> table.figures(group, visibility)
            : group -> table.sums(group, visibility);
    return IntStream.range(0, table.size())
        .filter(group -> !table.isEmpty(group))
        .mapToObj(group -> new Candidate(group, figuresOf.apply(group)))
        .sorted(
            Comparator.comparing(Candidate::figures, order.comparator())
                .thenComparing(candidate -> rows.name(candidate.group())))
        .mapToInt(Candidate::group)
        .toArray();
  }

  private List<GroupFacts> facts(GroupedRows rows, int[] shown) {
    List<Companions> companions = rows.companions(shown);
    List<GroupFacts> facts = new ArrayList<>(shown.length);
    for (int at = 0; at < shown.length; at++) {
      Figures figures = rows.figures().figures(shown[at], visibility);
      facts.add(
          new GroupFacts(
              rows.key(shown[at], companions.get(at)),
              figures,
              Shares.of(figures.timeMicros(), totalMicros(), visibility),
              companions.get(at).services(),
              companions.get(at).schemas()));
    }
    return facts;
  }

  private List<ServiceLoad> serviceLoads(LoadSeries series) {
    FigureTable table = statements(services).figures();
    List<ImmutableDoubleList> active = series.byGroup(services::groupOf, services.size());
    return IntStream.range(0, table.size())
        .filter(service -> !table.isEmpty(service))
        .mapToObj(service -> serviceLoad(service, table, active.get(service)))
        .sorted(
            Comparator.comparing((ServiceLoad load) -> !load.service().known())
                .thenComparing(ServiceLoad::figures, Order.TIME.comparator())
                .thenComparing(load -> load.service().name()))
        .toList();
  }

  private ServiceLoad serviceLoad(
      int service, FigureTable table, ImmutableDoubleList activeStatements) {
    Figures figures = table.figures(service, visibility);
    return new ServiceLoad(
        services.key(service),
        figures,
        Shares.of(figures.timeMicros(), totalMicros(), visibility),
        activeStatements);
  }

  private LoadSeries series() {
    return nothing()
        ? new LoadSeries(workload, Long.MAX_VALUE, Long.MIN_VALUE)
        : new LoadSeries(
            workload,
            total.value(ALL, Measure.FIRST_SEEN_MICROS),
            total.value(ALL, Measure.LAST_SEEN_MICROS));
  }

  private long totalMicros() {
    return nothing() ? 0 : total.value(ALL, Measure.TIME_MICROS);
  }

  private int digestCount() {
    return (int)
        IntStream.range(0, workload.statements().size())
            .map(row -> workload.statements().textIndex(row))
            .filter(text -> !workload.texts().get(text).lumped())
            .distinct()
            .count();
  }
}
