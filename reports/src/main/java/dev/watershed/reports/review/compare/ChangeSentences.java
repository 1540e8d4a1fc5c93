package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.diff.ChangeKind;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.ComparedFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed since an earlier span, in a few sentences. */
public final class ChangeSentences {

  private static final int MOST_NAMED = 3;

  private ChangeSentences() {}

  /** The block of the first screen: it says how to compare where nothing was compared. */
  public static Block of(ReviewFacts facts, PageWords words) {
    Optional<ComparedFleet> compared = facts.fleet().compared();
    List<String> sentences = new ArrayList<>();
    if (compared.isEmpty()) {
      sentences.add(words.text("changes.none"));
    } else {
      sentences.add(
          words.text(
              "changes.counts",
              count(compared.get(), ChangeKind.NEW),
              count(compared.get(), ChangeKind.GONE),
              count(compared.get(), ChangeKind.SLOWER),
              count(compared.get(), ChangeKind.FASTER)));
      List<Finding> crossings = newCrossings(facts, compared.get());
      sentences.add(words.text("changes.crossings", crossings.size()));
      crossings.stream()
          .limit(MOST_NAMED)
          .map(Finding::message)
          .map(VisibleText::of)
          .forEach(sentences::add);
    }
    return new Block.Prose(Optional.of(words.text("changes.title")), sentences);
  }

  private static long count(ComparedFleet compared, ChangeKind kind) {
    return compared.changes().changes().stream().filter(each -> each.kind() == kind).count();
  }

  private static List<Finding> newCrossings(ReviewFacts facts, ComparedFleet compared) {
    return facts.fleet().coupling().findings().stream()
        .filter(finding -> ComparedFleet.CROSSINGS.contains(finding.kind()))
        .filter(finding -> !finding.occasional())
        .filter(finding -> !compared.crossings().contains(finding.id()))
        .toList();
  }
}
