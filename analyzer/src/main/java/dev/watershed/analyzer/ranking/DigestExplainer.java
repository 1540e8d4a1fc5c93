package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes one digest apart by service, schema and account. */
public final class DigestExplainer {

  private static final RankingOptions ALL_BY_TIME =
      new RankingOptions(GroupBy.DIGEST, Order.TIME, 0);

  private final Workload workload;
  private final ServiceMapping mapping;

  public DigestExplainer(Workload workload, ServiceMapping mapping) {
    this.workload = workload;
    this.mapping = mapping;
  }

  /** What is known about a digest; empty if the workload does not have it. */
  public Optional<DigestFacts> explain(long digest) {
    return explain(Set.of(digest)).stream().findFirst();
  }

  /** What is known about some digests; those with the longest time first. */
  public List<DigestFacts> explain(Set<Long> digests) {
    WorkloadFacts ranking = new Ranker(workload, mapping).rank(ALL_BY_TIME);
    List<DigestFacts> found = new ArrayList<>();
    for (int place = 0; place < ranking.groups().size(); place++) {
      if (ranking.groups().get(place).key() instanceof GroupKey.Digest key
          && digests.contains(key.digest())) {
        found.add(facts(ranking, place, key.digest()));
      }
    }
    return found;
  }

  private DigestFacts facts(WorkloadFacts ranking, int place, long digest) {
    Visibility visibility = ranking.quality().visibility();
    return new DigestFacts(
        place + 1,
        ranking.digestCount(),
        ranking.groups().get(place),
        parts(
            new OriginGrouping(workload, origin -> OriginNames.service(mapping, origin)),
            digest,
            visibility),
        parts(new SchemaGrouping(workload), digest, visibility),
        parts(new OriginGrouping(workload, OriginNames::account), digest, visibility),
        ranking.quality());
  }

  private List<DigestPart> parts(Grouping grouping, long digest, Visibility visibility) {
    FigureTable table = new FigureTable();
    StatementTable statements = workload.statements();
    for (int row = 0; row < statements.size(); row++) {
      if (workload.texts().get(statements.textIndex(row)).digest() == digest) {
        int current = row;
        grouping.forEachGroup(row, group -> table.add(group, statements, current));
      }
    }
    List<Figures> all =
        IntStream.range(0, table.size())
            .filter(group -> !table.isEmpty(group))
            .mapToObj(group -> table.figures(group, visibility))
            .toList();
    long whole = all.stream().mapToLong(Figures::timeMicros).sum();
    return IntStream.range(0, table.size())
        .filter(group -> !table.isEmpty(group))
        .mapToObj(group -> part(grouping, group, table.figures(group, visibility), whole))
        .sorted(
            Comparator.comparing(DigestPart::figures, Order.TIME.comparator())
                .thenComparing(part -> part.key().name()))
        .toList();
  }

  private static DigestPart part(Grouping grouping, int group, Figures figures, long whole) {
    GroupKey.Named key = (GroupKey.Named) grouping.key(group, Companions.NONE);
    return new DigestPart(key, figures, Shares.of(figures.timeMicros(), whole));
  }
}
