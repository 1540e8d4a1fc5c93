package dev.watershed.reports.review.document;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.coupling.UseTable;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageHead;
import dev.watershed.reports.review.form.PageTimes;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.section.AdviceEvidence;
import dev.watershed.reports.review.section.ConsolidationSection;
import dev.watershed.reports.review.section.CouplingSection;
import dev.watershed.reports.review.section.IndexesSection;
import dev.watershed.reports.review.section.InferredTable;
import dev.watershed.reports.review.section.ProgressSection;
import dev.watershed.reports.review.section.QualitySection;
import dev.watershed.reports.review.section.RulesSection;
import dev.watershed.reports.review.section.ServersSection;
import dev.watershed.reports.review.section.StatementsSection;
import dev.watershed.reports.review.section.SummarySection;
import dev.watershed.reports.review.section.TableDetails;
import dev.watershed.reports.review.section.TablesSection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Writes the report about a fleet. */
public final class Review {

  private Review() {}

  /** Writes it in UTF-8 and leaves the stream open. */
  public static void write(ReviewFacts facts, PageWords words, OutputStream stream)
      throws IOException {
    ReviewPage.write(
        head(facts, words), sections(facts, words), unlisted(facts, words), words, stream);
  }

  /** The sections, in the order in which a reviewer asks. */
  static List<Section> sections(ReviewFacts facts, PageWords words) {
    return List.of(
        SummarySection.of(facts, words),
        StatementsSection.of(facts, words),
        IndexesSection.of(facts, words),
        CouplingSection.of(facts, words),
        ConsolidationSection.of(facts, words),
        ProgressSection.of(facts, words),
        ServersSection.of(facts, words),
        TablesSection.of(facts, words),
        RulesSection.of(facts, words),
        QualitySection.of(facts, words));
  }

  /** Tables that only pages of things show. */
  static List<DataTable> unlisted(ReviewFacts facts, PageWords words) {
    return List.of(
        AdviceEvidence.of(facts, words),
        TableDetails.indexes(facts, words),
        TableDetails.foreignKeys(facts, words),
        InferredTable.of(facts, words),
        UseTable.of(facts.fleet().coupling(), words));
  }

  /** What the head of a page says. */
  static PageHead head(ReviewFacts facts, PageWords words) {
    WorkloadFacts ranking = facts.span().ranking();
    Optional<Figures> totals = ranking.totals();
    String span =
        totals
            .filter(each -> each.firstSeen().isPresent() && each.lastSeen().isPresent())
            .map(each -> PageTimes.span(each.firstSeen().get(), each.lastSeen().get(), words))
            .orElse(Units.UNKNOWN);
    String until =
        totals
            .flatMap(Figures::lastSeen)
            .map(last -> PageTimes.minute(last, words))
            .orElse(Units.UNKNOWN);
    return new PageHead(
        words.text("page.title"),
        span,
        words.text(
            "page.source",
            facts.span().coverage().servers().size(),
            ranking.serviceCount(),
            facts.fleet().coupling().input().tables().size(),
            ranking.digestCount()),
        words.text(
            "page.footer",
            facts.version(),
            VisibleText.of(facts.context().configuration().orElse(Units.UNKNOWN)),
            until));
  }
}
