package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.diff.ChangeKind;
import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.EarlierReview;
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
    List<String> sentences =
        compared.isPresent() && facts.earlier().isPresent()
            ? sentences(facts, compared.get(), facts.earlier().get(), words)
            : List.of(words.text("changes.none"));
    return new Block.Prose(
        Optional.of(words.text("changes.title")),
        sentences,
        facts.earlier().isPresent() ? "statements" : "");
  }

  private static List<String> sentences(
      ReviewFacts facts, ComparedFleet compared, EarlierReview earlier, PageWords words) {
    List<DigestChange> changes = compared.changes().changes();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.text(
            "changes.counts",
            DigestWord.count(changes, ChangeKind.NEW, earlier),
            DigestWord.count(changes, ChangeKind.GONE, earlier),
            DigestWord.count(changes, ChangeKind.SLOWER, earlier),
            DigestWord.count(changes, ChangeKind.FASTER, earlier)));
    long untold = changes.stream().filter(each -> !DigestWord.told(each, earlier)).count();
    if (untold > 0) {
      sentences.add(words.text("changes.untold", untold));
    }
    List<Finding> crossings = newCrossings(facts, compared);
    sentences.add(words.text("changes.crossings", crossings.size()));
    crossings.stream()
        .limit(MOST_NAMED)
        .map(finding -> words.sentence(finding.said()))
        .map(VisibleText::of)
        .forEach(sentences::add);
    sentences.add(
        words.text(
            "changes.gate",
            ViolationChanges.fresh(facts, earlier),
            ViolationChanges.gone(facts, earlier, words).rows().size()));
    sentences.add(
        words.text(
            "changes.spans",
            Units.micros(earlier.length().toMillis() * 1_000.0),
            Units.micros(earlier.nowLength().toMillis() * 1_000.0)));
    return sentences;
  }

  private static List<Finding> newCrossings(ReviewFacts facts, ComparedFleet compared) {
    return facts.fleet().coupling().findings().stream()
        .filter(finding -> ComparedFleet.CROSSINGS.contains(finding.kind()))
        .filter(finding -> !finding.occasional())
        .filter(finding -> !compared.crossings().contains(finding.id()))
        .toList();
  }
}
