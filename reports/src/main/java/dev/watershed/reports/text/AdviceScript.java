package dev.watershed.reports.text;

import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.index.trial.TrialOutcome;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The answer of {@code advise} as SQL. What follows later, and what a tool beside the server does
 * better, stands in comments. Advice of low confidence stands in comments as a whole.
 */
public final class AdviceScript {

  private final StringBuilder text = new StringBuilder(4_096);
  private final Function<Saying, String> language;

  /** In English. */
  public AdviceScript() {
    this(Saying::text);
  }

  /**
   * @param language says what stands in comments
   */
  public AdviceScript(Function<Saying, String> language) {
    this.language = language;
  }

  /** The whole script; ends with a line break. */
  public String render(List<ServerAdvice> servers) {
    for (ServerAdvice server : servers) {
      comment(
          Saying.of(
              "script.server",
              "server {0}",
              server.name() + server.version().map(v -> " " + v).orElse("")));
      if (server.indexes().isEmpty()) {
        comment(Saying.of("script.nothing", "nothing to change"));
      }
      server.indexes().forEach(planned -> advice(planned, server.trial(planned.id())));
      text.append('\n');
    }
    return text.toString();
  }

  /** The part of one advice; ends with a line break. */
  public String render(PlannedAdvice planned, Optional<TrialOutcome> trial) {
    advice(planned, trial);
    return text.toString();
  }

  private void advice(PlannedAdvice planned, Optional<TrialOutcome> trial) {
    text.append('\n');
    String kind = planned.advice().kind().key();
    comment(
        Saying.of(
            "script.advice",
            "{0}: {1} {2} {3}",
            planned.id(),
            Saying.of("known-kind." + kind, kind),
            planned.advice().qualifiedName(),
            IndexWords.parts(planned.advice().index())));
    comment(IndexWords.saidSummary(planned.advice()));
    comment(IndexWords.saidCost(planned.advice()));
    trial.map(IndexWords::saidTrial).orElse(List.of()).forEach(this::comment);
    planned.advice().saidCaveats().forEach(this::comment);
    ChangePlan plan = planned.plan();
    plan.saidRemarks().forEach(this::comment);
    boolean doubtful =
        planned.advice().confidence() == Confidence.LOW
            || trial.filter(tried -> tried.verdict().against()).isPresent();
    boolean instead = plan.external().isPresent();
    plan.external()
        .ifPresent(
            tool -> {
              comment(tool.saidReason());
              comment(tool.ghost());
              comment(tool.onlineSchemaChange());
            });
    for (String statement : plan.statements()) {
      boolean shown = oneLine(statement).equals(statement);
      if (!shown) {
        comment(
            Saying.of(
                "script.name",
                "A name holds characters that are shown otherwise here: write it yourself."));
      }
      if (doubtful || instead || !shown) {
        comment(statement + ";");
      } else {
        text.append(statement).append(";\n");
      }
    }
    plan.later()
        .forEach(statement -> comment(Saying.of("script.later", "later: {0}", statement + ";")));
    plan.undo()
        .forEach(statement -> comment(Saying.of("script.undo", "undo: {0}", statement + ";")));
  }

  private void comment(Saying said) {
    comment(language.apply(said));
  }

  private void comment(String line) {
    text.append("-- ").append(oneLine(line)).append('\n');
  }

  /** A name may hold a line break, which would end a comment. */
  private static String oneLine(String line) {
    return VisibleText.of(line);
  }
}
