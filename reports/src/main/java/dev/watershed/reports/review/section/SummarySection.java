package dev.watershed.reports.review.section;

import dev.watershed.reports.VisibleText;
import dev.watershed.reports.check.GateSentence;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.compare.ChangeSentences;
import dev.watershed.reports.review.compare.LoadChanges;
import dev.watershed.reports.review.compare.TotalChanges;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.summary.CapacityAction;
import dev.watershed.reports.review.summary.CouplingAction;
import dev.watershed.reports.review.summary.DataTrust;
import dev.watershed.reports.review.summary.IndexAction;
import dev.watershed.reports.review.summary.LoadChart;
import dev.watershed.reports.review.summary.RetireAction;
import dev.watershed.reports.review.summary.ServiceBars;
import dev.watershed.reports.review.summary.StatementAction;
import dev.watershed.reports.review.summary.SummaryTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What hurts, why, and what to do: the first screen. */
public final class SummarySection {

  private SummarySection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    List<Block> blocks = new ArrayList<>();
    if (facts.fleet().statements().isEmpty()) {
      blocks.add(
          new Block.Lacking(
              words.text("statements.lacking"), words.text("statements.lacking.how")));
    }
    blocks.add(SummaryTiles.of(facts, words));
    blocks.add(new Block.Actions(words.text("summary.do"), actions(facts, words)));
    blocks.add(new Block.Pair(LoadChart.of(facts, words), ServiceBars.of(facts, words)));
    blocks.add(
        new Block.Prose(
            Optional.of(words.text("summary.gate")),
            List.of(VisibleText.of(words.say(GateSentence.said(facts.gate())))),
            "rules"));
    blocks.add(ChangeSentences.of(facts, words));
    facts
        .earlier()
        .ifPresent(
            earlier -> {
              blocks.add(TotalChanges.of(facts, earlier, words));
              blocks.add(
                  new Block.Listing(
                      LoadChanges.of(facts, earlier, words), words.text("changes.load.caption")));
            });
    return new Section("summary", words.text("summary.title"), blocks);
  }

  private static List<Block.Actions.Action> actions(ReviewFacts facts, PageWords words) {
    return Stream.of(
            StatementAction.of(facts, words),
            IndexAction.of(facts, words),
            CouplingAction.of(facts, words),
            CapacityAction.of(facts, words),
            RetireAction.of(facts, words),
            Optional.of(DataTrust.action(facts, words)))
        .flatMap(Optional::stream)
        .toList();
  }
}
