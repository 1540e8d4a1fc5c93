package dev.watershed.reports.text;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.result.AdviceFacts;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.ranking.DigestPart;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/** The answer of {@code explain} for an advice, for a terminal. */
public final class AdviceFactsText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_SERVICES = 5;
  private static final int MOST_LINES = 24;

  private final TextOptions options;
  private final Style style;
  private final StringBuilder text = new StringBuilder(4_096);

  public AdviceFactsText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /** The whole answer; ends with a line break. */
  public String render(AdviceFacts facts) {
    head(facts.planned(), facts.table().advice());
    text.append(new AdviceText(options, 0).renderUses(facts.table()));
    others(facts);
    if (!facts.statements().isEmpty()) {
      heading("statements behind it");
      facts.statements().forEach(statement -> statement(statement, facts));
    }
    plan(facts.planned().plan());
    if (!facts.table().advice().unknowns().isEmpty()) {
      heading("not seen");
      facts.table().advice().unknowns().forEach(unknown -> line(INDENT, unknown));
    }
    return text.toString();
  }

  private void head(PlannedAdvice planned, ServerAdvice server) {
    IndexAdvice advice = planned.advice();
    text.append(style.bold(planned.id()))
        .append(INDENT)
        .append(style.warn(advice.kind().key()))
        .append(INDENT)
        .append(
            style.accent(
                VisibleText.of(advice.qualifiedName() + " " + IndexWords.parts(advice.index()))))
        .append('\n');
    line(INDENT, "index " + advice.index().name());
    line(
        INDENT,
        "on "
            + String.join(", ", server.servers())
            + server.version().map(version -> ", " + version).orElse("")
            + ", statements of "
            + Units.seconds(server.observedSeconds()));
    line(INDENT, IndexWords.summary(advice));
    line(INDENT, IndexWords.cost(advice));
    advice.caveats().forEach(caveat -> line(INDENT, caveat));
  }

  private void others(AdviceFacts facts) {
    List<PlannedAdvice> others =
        facts.table().advice().indexes().stream()
            .filter(other -> !other.id().equals(facts.planned().id()))
            .toList();
    if (!others.isEmpty()) {
      heading("other advice on the table");
      others.forEach(
          other ->
              line(
                  INDENT,
                  other.id()
                      + INDENT
                      + other.advice().kind().key()
                      + " "
                      + IndexWords.parts(other.advice().index())));
    }
  }

  private void statement(AdviceFacts.Statement statement, AdviceFacts facts) {
    Figures figures = statement.facts().group().figures();
    text.append(INDENT)
        .append(style.accent(statement.facts().digest().name()))
        .append(INDENT)
        .append(
            VisibleText.of(
                "number "
                    + Units.grouped(statement.facts().rank())
                    + " of "
                    + Units.grouped(statement.facts().digestCount())
                    + " by time on "
                    + statement.server()))
        .append('\n');
    line(DEEP, statement.facts().digest().fingerprint());
    line(
        DEEP,
        Units.counted(figures.loggedCalls(), "call")
            + ", "
            + Units.micros(figures.timeMicros())
            + " in all; "
            + services(statement.facts().services()));
    facts.effect(statement).ifPresent(this::effect);
  }

  private static String services(List<DigestPart> parts) {
    String named =
        parts.stream()
            .limit(MOST_SERVICES)
            .map(
                part ->
                    part.key().name()
                        + (part.share().isPresent()
                            ? " " + Units.percent(part.share().getAsDouble())
                            : ""))
            .collect(Collectors.joining(", "));
    return "by " + named + (parts.size() > MOST_SERVICES ? ", …" : "");
  }

  private void effect(DigestEffect effect) {
    line(DEEP, "before: " + effect.planBefore());
    line(DEEP, "after:  " + effect.planAfter());
    line(
        DEEP,
        "a call by the model: rows "
            + Units.grouped(Math.round(effect.rowsBefore()))
            + " → "
            + Units.grouped(Math.round(effect.rowsAfter()))
            + ", cost "
            + Units.ratio(effect.costBefore())
            + " → "
            + Units.ratio(effect.costAfter()));
  }

  private void plan(ChangePlan plan) {
    heading("how");
    plan.remarks().forEach(remark -> line(INDENT, remark));
    plan.statements().forEach(statement -> line(INDENT, statement + ";"));
    plan.later().forEach(statement -> line(INDENT, "-- later: " + statement + ";"));
    plan.undo().forEach(statement -> line(INDENT, "-- undo: " + statement + ";"));
    plan.external()
        .ifPresent(
            tool -> {
              line(INDENT, tool.reason() + " Instead:");
              line(INDENT, tool.ghost());
              line(INDENT, tool.onlineSchemaChange());
            });
  }

  private void heading(String title) {
    text.append('\n').append(style.bold(title)).append('\n');
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
