package dev.watershed.reports.review.summary;

import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.StatementHead;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that costs most, and whose it is. */
public final class StatementAction {

  private static final int MOST_CHARACTERS = 160;

  private StatementAction() {}

  /** Empty where no statement was seen. */
  public static Optional<Block.Actions.Action> of(ReviewFacts facts, PageWords words) {
    return facts.fleet().statements().stream().findFirst().map(each -> action(each, facts, words));
  }

  private static Block.Actions.Action action(
      FleetStatement statement, ReviewFacts facts, PageWords words) {
    String services =
        statement.services().isEmpty()
            ? words.text("unattributed")
            : VisibleText.of(String.join(", ", statement.services()));
    List<String> evidence = new ArrayList<>();
    evidence.add(words.text("do.calls", Units.count(statement.figures().loggedCalls())));
    statement
        .figures()
        .percentiles()
        .map(Percentiles::p95Micros)
        .ifPresent(p95 -> evidence.add(words.text("do.p95", Units.micros(p95))));
    if (statement.figures().examinedPerSent().isPresent()) {
      evidence.add(
          words.text(
              "do.examined", Units.ratio(statement.figures().examinedPerSent().getAsDouble())));
    }
    rewrite(statement, facts)
        .ifPresent(advice -> evidence.add(VisibleText.of(words.say(advice.saidRewrite()))));
    return new Block.Actions.Action(
        words.text("do.statement"),
        words.text("do.statement.sentence", services),
        StatementHead.cut(VisibleText.of(statement.fingerprint()), MOST_CHARACTERS),
        String.join(" · ", evidence),
        statement.share().isPresent()
            ? words.text("do.share", Units.percent(statement.share().getAsDouble()))
            : words.text("do.time", Units.micros(statement.figures().timeMicros())),
        CellText.address("digest", statement.digestText()));
  }

  private static Optional<RewriteAdvice> rewrite(FleetStatement statement, ReviewFacts facts) {
    return facts.fleet().data().stream()
        .map(DataFacts::advice)
        .flatMap(advice -> advice.rewrites().stream())
        .filter(advice -> advice.digest() == statement.digest())
        .findFirst();
  }
}
