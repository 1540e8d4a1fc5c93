package dev.watershed.reports.review.document;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.SeenSpan;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Writes the report about a fleet. */
public final class Review {

  /** In the order in which a reviewer asks. */
  private static final List<BiFunction<ReviewFacts, PageWords, Section>> SECTIONS =
      List.of(
          SummarySection::of,
          StatementsSection::of,
          IndexesSection::of,
          CouplingSection::of,
          ConsolidationSection::of,
          ProgressSection::of,
          ServersSection::of,
          TablesSection::of,
          RulesSection::of,
          QualitySection::of);

  private Review() {}

  /** Writes it in UTF-8 and leaves the stream open. */
  public static void write(ReviewFacts facts, PageWords words, OutputStream stream)
      throws IOException {
    CompletableFuture<List<DataTable>> unlisted =
        CompletableFuture.supplyAsync(() -> unlisted(facts, words));
    ReviewPage.write(head(facts, words), sections(facts, words), unlisted.join(), words, stream);
  }

  /** The sections. */
  static List<Section> sections(ReviewFacts facts, PageWords words) {
    return SECTIONS.parallelStream().map(section -> section.apply(facts, words)).toList();
  }

  /** Tables that only pages of things show. */
  static List<DataTable> unlisted(ReviewFacts facts, PageWords words) {
    return List.of(
        AdviceEvidence.of(facts, words),
        facts.concerning(TableDetails.indexes(facts, words), ReviewOwner.Subject.TABLE),
        facts.concerning(TableDetails.foreignKeys(facts, words), ReviewOwner.Subject.TABLE),
        facts.concerning(InferredTable.of(facts, words), ReviewOwner.Subject.TABLE),
        facts.concerning(UseTable.of(facts.fleet().coupling(), words), ReviewOwner.Subject.TABLE));
  }

  /** What the head of a page says. */
  static PageHead head(ReviewFacts facts, PageWords words) {
    WorkloadFacts ranking = facts.span().ranking();
    Optional<SeenSpan> seen = SeenSpan.of(facts.span());
    String span =
        seen.map(each -> PageTimes.span(each.first(), each.last(), words)).orElse(Units.UNKNOWN);
    String until =
        seen.map(SeenSpan::last).map(last -> PageTimes.minute(last, words)).orElse(Units.UNKNOWN);
    return new PageHead(
        facts
            .owner()
            .map(owner -> words.text("page.title.owner", owner.name()))
            .orElseGet(() -> words.text("page.title")),
        facts
            .earlier()
            .flatMap(earlier -> SeenSpan.of(earlier.span()))
            .map(then -> PageTimes.span(then.first(), then.last(), words))
            .map(then -> words.text("page.compared", span, then))
            .orElse(span),
        List.of(
            count("servers", servers(facts), words),
            new PageHead.Count(words.text("page.services", services(facts)), "coupling"),
            count(
                "tables",
                facts
                    .owner()
                    .map(owner -> owner.tables().size())
                    .orElseGet(() -> facts.fleet().coupling().input().tables().size()),
                words),
            count("statements", ranking.digestCount(), words)),
        words.text(
            "page.footer",
            facts.version(),
            VisibleText.of(facts.context().configuration().orElse(Units.UNKNOWN)),
            until));
  }

  /** What a section has. */
  private static PageHead.Count count(String section, long number, PageWords words) {
    return new PageHead.Count(words.text("page." + section, number), section);
  }

  /** How many ran something. */
  private static long services(ReviewFacts facts) {
    FleetLoad load = facts.span().services();
    return load.estimated() ? load.seenServices() : facts.span().ranking().serviceCount();
  }

  private static long servers(ReviewFacts facts) {
    return facts.span().coverage().servers().stream().map(each -> each.server()).distinct().count();
  }
}
