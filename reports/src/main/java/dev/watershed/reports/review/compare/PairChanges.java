package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.trend.PairChange;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What pairs of services share more or less of than in the earlier span. */
public final class PairChanges {

  private PairChanges() {}

  /**
   * The table of pairs with how each changed.
   *
   * @param table whose second column is the two services
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    Map<List<String>, PairChange> changes = new HashMap<>();
    for (PairChange change : facts.earlier().get().trend().pairs()) {
      changes.put(names(change.first(), change.second()), change);
    }
    return table.with(
        List.of(
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.of("jaccard_before", words.text("column.jaccardBefore"), ColumnKind.SHARE)),
        row -> {
          Optional<PairChange> change =
              row.get(1) instanceof Cell.Texts texts
                  ? Optional.ofNullable(changes.get(texts.texts()))
                  : Optional.empty();
          return List.of(
              Cell.of(
                  change
                      .map(each -> sentence(each, words))
                      .orElseGet(() -> ChangeWord.SAME.text(words))),
              change
                  .map(each -> Cell.of(PairChange.Measure.JACCARD.of(each.base())))
                  .orElseGet(Cell::unknown));
        });
  }

  /** As the cells of a table show them. */
  private static List<String> names(String first, String second) {
    return Cell.of(List.of(first, second)) instanceof Cell.Texts texts ? texts.texts() : List.of();
  }

  private static String sentence(PairChange change, PageWords words) {
    if (change.base().isEmpty()) {
      return ChangeWord.NEW.text(words);
    } else if (change.head().isEmpty()) {
      return ChangeWord.GONE.text(words);
    }
    List<String> parts = new ArrayList<>();
    measures(change.grown(), ChangeWord.MORE, words).ifPresent(parts::add);
    measures(change.shrunk(), ChangeWord.LESS, words).ifPresent(parts::add);
    return String.join(words.text("list.separator"), parts);
  }

  private static Optional<String> measures(
      Set<PairChange.Measure> measures, ChangeWord word, PageWords words) {
    return measures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            word.text(words)
                + " "
                + measures.stream()
                    .sorted()
                    .map(each -> words.text("measure." + each.key()))
                    .collect(Collectors.joining(words.text("list.separator"))));
  }
}
