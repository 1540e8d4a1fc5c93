package dev.watershed.reports.text;

import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.analyzer.structure.OwnerDisagreement;
import dev.watershed.analyzer.structure.Seam;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer of {@code analyze --structure} for a terminal. */
public final class StructureText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_LINES = 6;
  private static final int MOST_TABLES = 12;
  private static final int MOST_STATEMENTS = 3;
  private static final int LEAST_STATEMENT = 20;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(8_192);

  /**
   * @param limit how many of each kind are shown; 0 for all
   */
  public StructureText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(StructureFacts facts) {
    head(facts);
    title("tables that belong together", facts.clusters().size());
    facts.clusters().stream().limit(limit).forEach(cluster -> cluster(cluster, facts));
    more(facts.clusters().size());
    tables("tables that belong to all", facts.hubs(), facts);
    tables("tables in use that belong to none", facts.alone(), facts);
    title("seams, what crosses most first", facts.seams().size() + facts.furtherSeams());
    facts.seams().stream().limit(limit).forEach(seam -> seam(seam, facts));
    more(facts.seams().size());
    if (facts.furtherSeams() > 0) {
      line(INDENT, Units.counted(facts.furtherSeams(), "seam") + " that less crosses left out");
    }
    title("where practice disagrees with declared owners", facts.disagreements().size());
    facts.disagreements().stream().limit(limit).forEach(each -> disagreement(each, facts));
    more(facts.disagreements().size());
    text.append('\n').append(style.bold("what is not known")).append('\n');
    facts.notes().forEach(note -> line(INDENT, note));
    return text.toString();
  }

  private void head(StructureFacts facts) {
    int all = facts.input().tables().size();
    text.append(
            style.bold(
                Units.counted(all, "table")
                    + ", "
                    + (all - facts.unused())
                    + " in use, in "
                    + Units.counted(facts.clusters().size(), "cluster")))
        .append('\n');
    if (facts.transactions().all() > 0) {
      line(
          INDENT,
          "of "
              + Units.rate(facts.transactions().all())
              + " transactions, "
              + Units.rate(facts.transactions().crossing())
              + " use tables of several clusters, "
              + Units.rate(facts.transactions().writing())
              + " write such");
    }
  }

  private void cluster(Cluster cluster, StructureFacts facts) {
    line(INDENT, cluster.name());
    List<String> figures = new ArrayList<>();
    figures.add(Units.counted(cluster.tables().size(), "table"));
    figures.add(Units.rate(cluster.callsPerSecond()) + " calls");
    figures.add("stability " + Units.percent(cluster.stability()));
    figures.add(Units.percent(cluster.schema().share()) + " in " + cluster.schema().name());
    cluster
        .owner()
        .ifPresent(owner -> figures.add(Units.percent(owner.share()) + " of " + owner.name()));
    if (!cluster.services().isEmpty()) {
      figures.add(
          "services "
              + cluster.services().stream()
                  .map(facts.input().parties()::name)
                  .collect(Collectors.joining(", ")));
    }
    line(DEEP, String.join(", ", figures));
    line(DEEP, names(cluster.tables(), facts));
  }

  private void tables(String title, List<Integer> tables, StructureFacts facts) {
    title(title, tables.size());
    if (!tables.isEmpty()) {
      line(INDENT, names(tables, facts));
    }
  }

  private String names(List<Integer> tables, StructureFacts facts) {
    long most = limit == Integer.MAX_VALUE ? limit : MOST_TABLES;
    String shown =
        tables.stream()
            .limit(most)
            .map(facts.input().tables()::label)
            .collect(Collectors.joining(", "));
    return tables.size() > most ? shown + " and " + (tables.size() - most) + " more" : shown;
  }

  private void seam(Seam seam, StructureFacts facts) {
    line(
        INDENT,
        facts.clusters().get(seam.first()).name()
            + " – "
            + facts.clusters().get(seam.second()).name());
    line(
        DEEP,
        Units.rate(seam.statementsPerSecond())
            + " statements, "
            + Units.rate(seam.joinsPerSecond())
            + " joins, "
            + Units.rate(seam.transactionsPerSecond())
            + " transactions, conductance "
            + String.format(Locale.ROOT, "%.3f", seam.conductance()));
    seam.statements().stream().limit(MOST_STATEMENTS).forEach(this::statement);
    int further =
        seam.furtherStatements() + Math.max(0, seam.statements().size() - MOST_STATEMENTS);
    if (further > 0) {
      line(DEEP, Units.counted(further, "other statement"));
    }
  }

  private void statement(Seam.SeamStatement statement) {
    String start =
        Fingerprints.idOf(statement.digest())
            + INDENT
            + Units.rate(statement.callsPerSecond())
            + (statement.joined() ? "" : " in transactions")
            + INDENT;
    int width = options.width() - DEEP.length() - DisplayWidth.of(start) - 2;
    text.append(DEEP)
        .append(start)
        .append(
            DisplayWidth.cut(
                VisibleText.of(statement.fingerprint()), Math.max(LEAST_STATEMENT, width)))
        .append('\n');
  }

  private void disagreement(OwnerDisagreement each, StructureFacts facts) {
    line(
        INDENT,
        facts.input().tables().label(each.table())
            + " is declared to be "
            + each.declared()
            + "'s, and is used with tables of "
            + each.practised()
            + ": "
            + Units.percent(each.share())
            + " of cluster "
            + facts.clusters().get(each.cluster()).name());
  }

  private void title(String title, int count) {
    if (count > 0) {
      text.append('\n').append(style.bold(title + " (" + count + ")")).append('\n');
    }
  }

  private void more(int count) {
    if (count > limit) {
      line(INDENT, count - limit + " more (--limit 0 shows all)");
    }
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
