package dev.watershed.reports.text;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.index.result.TableAdvice;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code advise} for a terminal: what to add, what to drop, what to write anew. */
public final class AdviceText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_EFFECTS = 3;
  private static final int MOST_LINES = 4;
  private static final int NAME = 28;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(4_096);

  /**
   * @param limit how many of each kind are shown; 0 for all
   */
  public AdviceText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(List<ServerAdvice> servers) {
    for (ServerAdvice server : servers) {
      text.append(text.isEmpty() ? "" : "\n");
      head(server);
      List<PlannedAdvice> adds =
          server.indexes().stream().filter(one -> !one.advice().kind().isDrop()).toList();
      List<PlannedAdvice> drops =
          server.indexes().stream().filter(one -> one.advice().kind().isDrop()).toList();
      section("indexes to add", adds, server);
      section("indexes to drop", drops, server);
      rewrites(server);
      notes(server);
    }
    return text.toString();
  }

  /** What is known of the indexes of one table: their use, and advice. */
  public String renderTable(List<TableAdvice> tables) {
    for (TableAdvice table : tables) {
      uses(table);
      ServerAdvice server = table.advice();
      if (!server.indexes().isEmpty()) {
        section("index advice", server.indexes(), server);
      }
      rewrites(server);
    }
    return text.toString();
  }

  /** How the indexes of one table were used. */
  String renderUses(TableAdvice table) {
    uses(table);
    return text.toString();
  }

  private void uses(TableAdvice table) {
    if (table.uses().isEmpty()) {
      return;
    }
    String watched =
        table.watchedSeconds() > 0
            ? "watched for " + Units.seconds(table.watchedSeconds())
            : "not watched";
    text.append('\n')
        .append(
            style.bold("index use on " + VisibleText.of(table.advice().name()) + ", " + watched))
        .append('\n');
    for (TableAdvice.Use use : table.uses()) {
      String reached =
          use.rowsReached().isEmpty()
              ? "unknown"
              : use.rowsReached().getAsLong() == 0
                  ? "not used"
                  : Units.counted(use.rowsReached().getAsLong(), "row") + " read or changed";
      line(INDENT, DisplayWidth.left(VisibleText.of(use.index()), NAME) + " " + reached);
    }
  }

  private void head(ServerAdvice server) {
    text.append(style.bold(VisibleText.of(server.name())));
    server.version().ifPresent(version -> text.append(INDENT).append(VisibleText.of(version)));
    text.append('\n');
    line(
        INDENT,
        Units.counted(server.tables(), "table")
            + ", statements of "
            + Units.seconds(server.observedSeconds())
            + "; understood: "
            + Units.percent(server.coverage().callShare())
            + " of calls, "
            + Units.percent(server.coverage().timeShare())
            + " of time, "
            + Units.percent(server.coverage().digestShare())
            + " of digests");
  }

  private void section(String title, List<PlannedAdvice> advice, ServerAdvice server) {
    text.append('\n').append(style.bold(title)).append('\n');
    if (advice.isEmpty()) {
      line(INDENT, "none");
    }
    for (int i = 0; i < Math.min(limit, advice.size()); i++) {
      text.append(i == 0 ? "" : "\n");
      advice(advice.get(i), server);
    }
    if (advice.size() > limit) {
      line(INDENT, (advice.size() - limit) + " more (--limit 0 shows all)");
    }
  }

  private void advice(PlannedAdvice planned, ServerAdvice server) {
    IndexAdvice advice = planned.advice();
    text.append(INDENT)
        .append(style.warn(advice.kind().key()))
        .append(INDENT)
        .append(style.accent(VisibleText.of(advice.qualifiedName())))
        .append(' ')
        .append(VisibleText.of(IndexWords.parts(advice.index())))
        .append(INDENT)
        .append(style.dim(planned.id()))
        .append('\n');
    line(DEEP, IndexWords.summary(advice));
    line(DEEP, IndexWords.cost(advice));
    advice.effects().stream().limit(MOST_EFFECTS).forEach(effect -> effect(effect, server));
    if (advice.effects().size() > MOST_EFFECTS) {
      line(DEEP, Units.counted(advice.effects().size() - MOST_EFFECTS, "other digest"));
    }
    server
        .trial(planned.id())
        .ifPresent(trial -> IndexWords.trial(trial).forEach(words -> line(DEEP, words)));
    advice.caveats().forEach(caveat -> line(DEEP, caveat));
    plan(planned.plan());
  }

  private void effect(DigestEffect effect, ServerAdvice server) {
    String statement = VisibleText.of(server.text(effect.digest()));
    text.append(DEEP)
        .append(style.accent(Fingerprints.idOf(effect.digest())))
        .append(DisplayWidth.right(Units.percent(effect.loadShare()), 7))
        .append(INDENT)
        .append(DisplayWidth.cut(statement, Math.max(20, options.width() - 34)))
        .append('\n');
    line(DEEP + INDENT, effect.planBefore() + " → " + effect.planAfter());
  }

  private void plan(ChangePlan plan) {
    List<String> statements = new ArrayList<>(plan.statements());
    statements.forEach(statement -> line(DEEP, statement + ";"));
    plan.later().forEach(statement -> line(DEEP, "-- later: " + statement + ";"));
    plan.external()
        .ifPresent(
            tool -> {
              line(DEEP, tool.reason() + " Instead:");
              line(DEEP + INDENT, tool.ghost());
              line(DEEP + INDENT, tool.onlineSchemaChange());
            });
  }

  private void rewrites(ServerAdvice server) {
    if (server.rewrites().isEmpty()) {
      return;
    }
    text.append('\n').append(style.bold("what no index can mend")).append('\n');
    server.rewrites().stream().limit(limit).forEach(one -> rewrite(one, server));
    if (server.rewrites().size() > limit) {
      line(INDENT, (server.rewrites().size() - limit) + " more (--limit 0 shows all)");
    }
  }

  private void rewrite(RewriteAdvice advice, ServerAdvice server) {
    text.append(INDENT)
        .append(style.warn(advice.reason().key()))
        .append(INDENT)
        .append(style.accent(VisibleText.of(advice.subject())))
        .append(INDENT)
        .append(Fingerprints.idOf(advice.digest()))
        .append(DisplayWidth.right(Units.percent(advice.loadShare()), 7))
        .append('\n');
    text.append(DEEP)
        .append(
            DisplayWidth.cut(
                VisibleText.of(server.text(advice.digest())),
                Math.max(20, options.width() - DEEP.length() - 2)))
        .append('\n');
    line(DEEP, advice.rewrite());
  }

  private void notes(ServerAdvice server) {
    List<String> notes = new ArrayList<>(server.unknowns());
    server.coverage().issues().forEach(issue -> notes.add(IndexWords.issue(issue)));
    if (!notes.isEmpty()) {
      text.append('\n').append(style.bold("not seen")).append('\n');
      notes.forEach(note -> line(INDENT, note));
    }
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
