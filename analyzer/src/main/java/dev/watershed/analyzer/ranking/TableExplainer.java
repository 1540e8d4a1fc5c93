package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.ranking.TableLoad.TableDigest;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.StoredCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the statements that name a table, and who runs them, and those that touch it without naming
 * it; letter case does not count.
 */
public final class TableExplainer {

  private static final RankingOptions BY_TIME = new RankingOptions(GroupBy.SERVICE, Order.TIME, 0);

  private final Workload workload;
  private final ServiceMapping mapping;
  private final TableNames names;
  private final WorkloadInference inference;

  /**
   * @param catalogs to infer from which statements touch a table without naming it
   */
  public TableExplainer(Workload workload, ServiceMapping mapping, List<StoredCatalog> catalogs) {
    this.workload = workload;
    this.mapping = mapping;
    this.names = new TableNames(workload);
    this.inference = new WorkloadInference(workload, catalogs);
  }

  /** The rows that name a table, summed by digest and by service. */
  private final class Sums {
    private final FigureTable digests = new FigureTable();
    private final boolean[] written = new boolean[workload.texts().size()];
    private final OriginGrouping grouping =
        new OriginGrouping(workload, origin -> OriginNames.service(mapping, origin));
    private final FigureTable services = new FigureTable();
    private long timeMicros;

    void add(int row, List<TableReference> uses) {
      StatementTable statements = workload.statements();
      int text = statements.textIndex(row);
      digests.add(text, statements, row);
      written[text] |= uses.stream().anyMatch(use -> use.use() == TableUse.WRITE);
      grouping.forEachGroup(row, service -> services.add(service, statements, row));
      timeMicros += statements.value(row, Measure.TIME_MICROS);
    }
  }

  /** What is known about the statements on {@code schema.table}. */
  public TableLoad explain(String qualifiedName) {
    QualityFacts quality = new Ranker(workload, mapping).rank(BY_TIME).quality();
    StatementTable statements = workload.statements();
    Sums sums = new Sums();
    for (int row = 0; row < statements.size(); row++) {
      List<TableReference> uses =
          uses(statements.textIndex(row), statements.schemaIndex(row), qualifiedName);
      if (!uses.isEmpty()) {
        sums.add(row, uses);
      }
    }
    return new TableLoad(
        qualifiedName,
        digests(sums, quality.visibility()),
        services(sums, quality.visibility()),
        new InferredUses(workload, inference, qualifiedName).digests(quality.visibility()),
        events(qualifiedName),
        quality);
  }

  /** The names of all tables that statements name with a known schema, each once, in order. */
  public List<String> names() {
    return names.all().stream().sorted().toList();
  }

  private List<TableReference> uses(int text, int schema, String qualifiedName) {
    return names.of(text, schema).stream()
        .filter(table -> names.name(table, schema).equalsIgnoreCase(qualifiedName))
        .toList();
  }

  private List<TableDigest> digests(Sums sums, Visibility visibility) {
    DigestGrouping grouping = new DigestGrouping(workload);
    return IntStream.range(0, sums.digests.size())
        .filter(text -> !sums.digests.isEmpty(text))
        .mapToObj(
            text -> {
              Figures own = sums.digests.figures(text, visibility);
              return new TableDigest(
                  grouping.key(text, Companions.NONE),
                  sums.written[text],
                  own,
                  Shares.of(own.timeMicros(), sums.timeMicros));
            })
        .sorted(
            Comparator.comparing(TableDigest::figures, Order.TIME.comparator())
                .thenComparing(digest -> digest.digest().name()))
        .toList();
  }

  private List<InferredTouch> events(String qualifiedName) {
    return inference.ofEvents().values().stream()
        .flatMap(event -> event.touches().stream())
        .filter(touch -> touch.table().equalsIgnoreCase(qualifiedName))
        .toList();
  }

  private static List<DigestPart> services(Sums sums, Visibility visibility) {
    return IntStream.range(0, sums.services.size())
        .filter(group -> !sums.services.isEmpty(group))
        .mapToObj(
            group -> {
              Figures own = sums.services.figures(group, visibility);
              return new DigestPart(
                  sums.grouping.key(group), own, Shares.of(own.timeMicros(), sums.timeMicros));
            })
        .sorted(
            Comparator.comparing(DigestPart::figures, Order.TIME.comparator())
                .thenComparing(part -> part.key().name()))
        .toList();
  }
}
