package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.inference.Inference;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.StoredCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Ranks the tables that are touched without being named, by how many executions may do so. */
public final class InferenceRanker {

  private static final int MOST_DIGESTS = 20;

  /** What is known of one table. */
  private static final class Uses {
    private final Map<Integer, Long> timeByText = new HashMap<>();
    private final Map<Integer, InferredTouch> touchByText = new HashMap<>();
    private final SortedMap<String, InferredTouch> events = new TreeMap<>();
    private boolean written;
  }

  private final Workload workload;
  private final WorkloadInference inference;
  private final NameIndex<String> names = new NameIndex<>();
  private final FigureTable figures = new FigureTable();
  private final List<Uses> uses = new ArrayList<>();

  private InferenceRanker(Workload workload, List<StoredCatalog> catalogs) {
    this.workload = workload;
    this.inference = new WorkloadInference(workload, catalogs);
  }

  /**
   * All of them.
   *
   * @param visibility which executions the workload shows
   */
  public static InferredTables rank(
      Workload workload, List<StoredCatalog> catalogs, Visibility visibility) {
    if (catalogs.isEmpty()) {
      return InferredTables.UNKNOWN;
    }
    InferenceRanker ranker = new InferenceRanker(workload, catalogs);
    ranker.addStatements();
    ranker.addEvents();
    return new InferredTables(true, ranker.tables(visibility), CatalogGaps.ofTouches(catalogs));
  }

  private void addStatements() {
    StatementTable statements = workload.statements();
    for (int row = 0; row < statements.size(); row++) {
      int text = statements.textIndex(row);
      Inference touched = inference.of(text, statements.schemaIndex(row));
      Set<String> once =
          touched.touches().stream().map(InferredTouch::table).collect(Collectors.toSet());
      for (String table : once) {
        int group = groupOf(table);
        figures.add(group, statements, row);
        long micros = statements.value(row, Measure.TIME_MICROS);
        uses.get(group).timeByText.merge(text, micros, Long::sum);
      }
      for (InferredTouch touch : touched.touches()) {
        Uses own = uses.get(groupOf(touch.table()));
        own.written |= touch.written();
        own.touchByText.merge(text, touch, (a, b) -> a.written() ? a : b);
      }
    }
  }

  private void addEvents() {
    inference
        .ofEvents()
        .forEach(
            (event, touched) -> {
              for (InferredTouch touch : touched.touches()) {
                Uses own = uses.get(groupOf(touch.table()));
                own.written |= touch.written();
                own.events.merge(event, touch, (a, b) -> a.written() ? a : b);
              }
            });
  }

  private int groupOf(String table) {
    int group = names.indexOf(table);
    while (uses.size() <= group) {
      uses.add(new Uses());
    }
    return group;
  }

  private List<InferredTable> tables(Visibility visibility) {
    Set<String> named = new TableNames(workload).lowerCase();
    List<InferredTable> tables = new ArrayList<>();
    for (int group = 0; group < names.size(); group++) {
      tables.add(table(group, named, visibility));
    }
    tables.sort(
        Comparator.comparingLong(InferredTable::calls)
            .reversed()
            .thenComparing(InferredTable::name));
    return tables;
  }

  private InferredTable table(int group, Set<String> named, Visibility visibility) {
    Uses own = uses.get(group);
    String name = names.name(group);
    List<Integer> texts =
        own.timeByText.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Long>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> digestOf(entry.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    InferredTouch example =
        texts.isEmpty() ? own.events.get(own.events.firstKey()) : own.touchByText.get(texts.get(0));
    return new InferredTable(
        name,
        named.contains(TableNames.lower(name)),
        own.written,
        texts.isEmpty() ? Optional.empty() : Optional.of(figures.figures(group, visibility)),
        texts.size(),
        texts.stream().limit(MOST_DIGESTS).map(this::digestOf).toList(),
        example,
        List.copyOf(own.events.keySet()));
  }

  private String digestOf(int text) {
    return Fingerprints.idOf(workload.texts().get(text).digest());
  }
}
