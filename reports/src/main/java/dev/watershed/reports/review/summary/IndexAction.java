package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetSenders;
import dev.watershed.workload.catalog.IndexPart;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The index to add first, and what it saves. */
public final class IndexAction {

  private IndexAction() {}

  private record Placed(DataFacts data, PlannedAdvice advice) {

    double share() {
      return advice.advice().effects().stream().mapToDouble(DigestEffect::loadShare).sum();
    }
  }

  /** Empty where none is advised. */
  public static Optional<Block.Actions.Action> of(ReviewFacts facts, PageWords words) {
    return facts.fleet().data().stream()
        .flatMap(
            data ->
                data.advice().indexes().stream()
                    .filter(advice -> !advice.advice().kind().isDrop())
                    .map(advice -> new Placed(data, advice)))
        .max(Comparator.comparingDouble(Placed::share))
        .map(placed -> action(placed, facts, words));
  }

  private static Block.Actions.Action action(Placed placed, ReviewFacts facts, PageWords words) {
    IndexAdvice advice = placed.advice().advice();
    List<DigestEffect> effects = advice.effects();
    List<String> services =
        FleetSenders.of(facts.fleet()).of(effects.stream().map(DigestEffect::digest).toList());
    double before = effects.stream().mapToDouble(each -> each.calls() * each.rowsBefore()).sum();
    double after = effects.stream().mapToDouble(each -> each.calls() * each.rowsAfter()).sum();
    DigestEffect first = effects.get(0);
    return new Block.Actions.Action(
        words.text("do.index"),
        words.text(
            "do.index.sentence",
            VisibleText.of(advice.qualifiedName()),
            VisibleText.of(
                advice.index().parts().stream()
                    .map(IndexPart::subject)
                    .collect(Collectors.joining(", "))),
            services.isEmpty()
                ? words.text("unattributed")
                : VisibleText.of(String.join(", ", services))),
        "",
        words.text(
            "do.index.evidence",
            effects.size(),
            Units.percent(placed.share()),
            VisibleText.of(placed.data().name()),
            VisibleText.of(words.say(first.saidPlanBefore())),
            VisibleText.of(words.say(first.saidPlanAfter())),
            words.text("confidence." + advice.confidence().key())),
        before > 0
            ? words.text("do.index.gain", Units.percent(Math.max(0, 1 - after / before)))
            : words.text("do.share", Units.percent(placed.share())),
        CellText.address("advice", placed.advice().id()));
  }
}
