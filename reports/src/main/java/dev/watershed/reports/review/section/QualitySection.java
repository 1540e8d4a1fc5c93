package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.input.InputQuality;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.EstimateNotes;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.Notes;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.compare.CoverageChanges;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far the data can be trusted, and how each figure is computed. */
public final class QualitySection {

  private QualitySection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    List<Block> blocks = new ArrayList<>(lacking(facts, words));
    facts.owner().ifPresent(owner -> blocks.add(owner(facts, owner, words)));
    blocks.add(
        new Block.Listing(
            CoverageChanges.of(facts, CoverageTable.of(facts, words), words),
            words.text("quality.coverage.caption")));
    sentences(words.text("quality.failed"), failed(facts), words).ifPresent(blocks::add);
    sentences(words.text("quality.notes"), notes(facts), words).ifPresent(blocks::add);
    blocks.add(
        new Block.Listing(DoubtTable.of(facts, words), words.text("quality.doubts.caption")));
    add(QualityTables.accounts(facts, words), words.text("quality.accounts.caption"), blocks);
    add(QualityTables.issues(facts, words), words.text("quality.issues.caption"), blocks);
    add(
        facts.concerning(QualityTables.looks(facts, words), ReviewOwner.Subject.SERVER),
        words.text("quality.looks.caption"),
        blocks);
    blocks.add(MethodTerms.of(words));
    return new Section("quality", words.text("quality.title"), blocks);
  }

  private static List<Block> lacking(ReviewFacts facts, PageWords words) {
    InputQuality quality = facts.fleet().coupling().input().quality();
    List<Block> blocks = new ArrayList<>();
    if (facts.span().coverage().servers().isEmpty()) {
      blocks.add(
          new Block.Lacking(words.text("quality.lacking"), words.text("quality.lacking.how")));
    }
    if (!quality.withoutCatalog().isEmpty()) {
      blocks.add(
          new Block.Lacking(
              words.text("quality.lacking.catalog", names(quality.withoutCatalog())),
              words.text("catalog.how")));
    }
    if (!quality.withThreshold().isEmpty()) {
      blocks.add(
          new Block.Lacking(
              words.text("quality.lacking.threshold", names(quality.withThreshold())),
              words.text("quality.lacking.threshold.how")));
    }
    if (!quality.transactions().known()) {
      blocks.add(
          new Block.Lacking(
              words.text("quality.lacking.transactions"),
              words.text("quality.lacking.transactions.how")));
    }
    if (facts.span().observed().servers().isEmpty()) {
      blocks.add(
          new Block.Lacking(
              words.text("quality.lacking.observed"), words.text("quality.lacking.observed.how")));
    }
    return blocks;
  }

  /** What is known of the owner; the rest is said of the fleet. */
  private static Block owner(ReviewFacts facts, ReviewOwner owner, PageWords words) {
    List<String> sentences = new ArrayList<>();
    owner
        .share()
        .ifPresent(
            share ->
                sentences.add(
                    words.text("quality.owner.share", owner.name(), Units.percent(share))));
    sentences.add(
        words.text(
            "quality.owner.inferred",
            Units.grouped(
                facts.fleet().coupling().findings().stream()
                    .filter(each -> !each.inferred().isEmpty())
                    .count()),
            Units.grouped(
                facts.fleet().coupling().findings().stream().filter(Finding::estimated).count()),
            Units.grouped(facts.fleet().coupling().findings().size())));
    sentences.add(words.text("quality.owner.fleet", owner.name()));
    return new Block.Prose(Optional.of(words.text("quality.owner", owner.name())), sentences);
  }

  private static String names(List<String> names) {
    return VisibleText.of(String.join(", ", names));
  }

  private static Set<Saying> failed(ReviewFacts facts) {
    Set<Saying> failed = new LinkedHashSet<>();
    facts.context().failed().stream()
        .map(FailedSource::message)
        .map(Saying::verbatim)
        .forEach(failed::add);
    facts.series().skipped().forEach(file -> failed.add(Saying.verbatim(file.toString())));
    return failed;
  }

  /** What the analyses say of their own doubts; several of them may say the same. */
  private static Set<Saying> notes(ReviewFacts facts) {
    Set<Saying> notes = new LinkedHashSet<>(Notes.said(facts.span().ranking()));
    notes.addAll(facts.context().saidNotes());
    notes.addAll(EstimateNotes.said(facts.span().services()));
    notes.addAll(facts.fleet().coupling().saidNotes());
    notes.addAll(facts.structure().saidNotes());
    notes.addAll(facts.plan().saidNotes());
    facts.fleet().coupling().input().quality().unfollowed().stream()
        .map(Saying::verbatim)
        .forEach(notes::add);
    return notes;
  }

  private static Optional<Block> sentences(String title, Set<Saying> sentences, PageWords words) {
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Prose(
                Optional.of(title),
                sentences.stream().map(each -> Sentence.of(each, words)).toList()));
  }

  private static void add(DataTable table, String caption, List<Block> blocks) {
    if (!table.rows().isEmpty()) {
      blocks.add(new Block.Listing(table, caption));
    }
  }
}
