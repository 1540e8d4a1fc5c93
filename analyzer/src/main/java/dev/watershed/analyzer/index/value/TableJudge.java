package dev.watershed.analyzer.index.value;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.ddl.ServerAbilities;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.redundancy.WatchedFor;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Judges the indexes of one table, the dearest first. */
final class TableJudge {

  private static final double SECONDS_PER_DAY = 86_400;

  /** Rows that were reached by an index and that its known statements may not explain. */
  private static final double EXPLAINED = 1.5;

  private final AdvisorInput input;
  private final Workbench workbench;
  private final Eligibility eligibility;
  private final TableFigures table;
  private final StatisticTable definition;
  private final Removal.Surroundings today;
  private final Removal.Surroundings later;
  private final Set<String> staying = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private final double allSeconds;

  /**
   * Of a table.
   *
   * @param planned other advice for the server
   */
  TableJudge(
      AdvisorInput input,
      Workbench workbench,
      Eligibility eligibility,
      TableFigures table,
      StatisticTable definition,
      List<IndexAdvice> planned) {
    this.input = input;
    this.workbench = workbench;
    this.eligibility = eligibility;
    this.table = table;
    this.definition = definition;
    List<IndexAdvice> own =
        planned.stream().filter(advice -> advice.qualifiedName().equals(table.name())).toList();
    for (IndexAdvice advice : own) {
      if (advice.kind().isDrop()) {
        gone.add(advice.index().name());
        staying.addAll(advice.others());
      }
    }
    Set<IndexFigures> dropped = named(gone);
    own.stream()
        .filter(advice -> advice.kind() == Kind.EXTEND)
        .forEach(advice -> gone.addAll(advice.others()));
    today = new Removal.Surroundings(Set.of(), dropped);
    later = new Removal.Surroundings(chosen(planned), named(gone));
    allSeconds =
        input.server().statements().stream().mapToDouble(WeightedStatement::seconds).sorted().sum();
  }

  private Set<IndexFigures> named(Set<String> names) {
    return table.indexes().stream()
        .filter(index -> names.contains(index.definition().name()))
        .collect(Collectors.toSet());
  }

  private Set<Integer> chosen(List<IndexAdvice> planned) {
    List<Candidate> all = workbench.candidates();
    return IntStream.range(0, all.size())
        .filter(place -> planned.stream().anyMatch(advice -> adds(advice, all.get(place))))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static boolean adds(IndexAdvice advice, Candidate candidate) {
    return !advice.kind().isDrop()
        && advice.qualifiedName().equals(candidate.table().name())
        && advice.index().equals(candidate.index().definition());
  }

  List<IndexAdvice> judge() {
    List<IndexAdvice> found = new ArrayList<>();
    Set<IndexFigures> lowValue = new HashSet<>();
    List<IndexFigures> dearest =
        table.indexes().stream()
            .sorted(
                Comparator.comparingDouble((IndexFigures index) -> -spared(index))
                    .thenComparing(index -> index.definition().name()))
            .toList();
    for (IndexFigures index : dearest) {
      boolean judged =
          !staying.contains(index.definition().name())
              && eligibility.judges(table, definition, index, gone);
      if (judged && pays(index, lowValue)) {
        IndexAdvice advice = advice(index, removal(index, today, lowValue));
        found.add(advice);
        lowValue.add(index);
        gone.add(index.definition().name());
        staying.addAll(advice.others());
      }
    }
    return found;
  }

  private Removal removal(
      IndexFigures index, Removal.Surroundings surroundings, Set<IndexFigures> lowValue) {
    return Removal.of(workbench, table, index, surroundings, lowValue, allSeconds);
  }

  private boolean pays(IndexFigures index, Set<IndexFigures> lowValue) {
    Removal now = removal(index, today, lowValue);
    return now.used(table, index)
        && explains(index, now)
        && now.pays(spared(index))
        && removal(index, later, lowValue).pays(spared(index));
  }

  /** Whether the rows that were reached by the index are those that known statements read. */
  private boolean explains(IndexFigures index, Removal removal) {
    double reached =
        input
                .usage()
                .reached(table.schema(), table.definition().name(), index.definition().name())
                .orElse(Long.MAX_VALUE)
            / input.usage().observedSeconds();
    return reached <= EXPLAINED * removal.rowsExamined() / input.server().observedSeconds();
  }

  /** Upkeep by writes, and its pages once a day: that is what copies and backups read. */
  private double spared(IndexFigures index) {
    double entries = workbench.entriesWritten(table, index);
    double counted = eligibility.entriesPerSecond(table, index) * input.server().observedSeconds();
    double upkeep = entries > 0 ? workbench.upkeep(table, index) * counted / entries : 0;
    return upkeep + index.pages() * input.server().observedSeconds() / SECONDS_PER_DAY;
  }

  private IndexAdvice advice(IndexFigures index, Removal removal) {
    Set<String> instead = new TreeSet<>();
    removal.losses().forEach(loss -> loss.instead(table).forEach(instead::add));
    table.indexes().stream()
        .filter(IndexFigures::clustered)
        .forEach(clustered -> instead.remove(clustered.definition().name()));
    return new IndexAdvice(
        Kind.DROP_LOW_VALUE,
        table.schema(),
        table.definition().name(),
        index.definition(),
        List.copyOf(instead),
        removal.losses().stream().map(StatementLoss::told).toList(),
        OptionalLong.of(index.bytes()),
        OptionalDouble.of(eligibility.entriesPerSecond(table, index)),
        spared(index) - removal.loss(),
        confidence(),
        List.of(
            Saying.of(
                "caveat.model",
                "What statements cost without it is the model's: EXPLAIN of one of them that shows"
                    + " a fifth more rows while the index is hidden falsifies the advice."),
            WatchedFor.caveat(input.usage())));
  }

  /** What cannot be hidden first has to be built anew if a statement misses it. */
  private Confidence confidence() {
    boolean hides =
        ServerAbilities.of(input.server().version()).hides() != ServerAbilities.Hiding.NONE;
    return hides ? Confidence.MEDIUM : Confidence.LOW;
  }
}
