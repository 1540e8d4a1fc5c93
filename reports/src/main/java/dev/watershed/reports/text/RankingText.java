package dev.watershed.reports.text;

import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The ranked groups: a line of figures each, and for a digest its statement below. */
final class RankingText {

  private static final String GAP = "  ";
  private static final int LEAST_SERVICES = 12;
  private static final int STATEMENT_LINES = 2;

  private final TextOptions options;
  private final Style style;

  RankingText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  void append(WorkloadFacts facts, StringBuilder text) {
    boolean services = RankingColumns.showsServices(facts.options().groupBy());
    int rankWidth = Math.max(2, Integer.toString(facts.groups().size()).length());
    int least = rankWidth + (services ? GAP.length() + LEAST_SERVICES : 0);
    List<Column> columns = new ArrayList<>(new RankingColumns(facts).columns());
    while (least + width(columns, facts) > options.width() && dropOne(columns)) {
      // One column less.
    }
    int left = options.width() - rankWidth - width(columns, facts) - GAP.length();
    List<Integer> widths = columns.stream().map(column -> width(column, facts)).toList();
    header(columns, widths, rankWidth, services ? DisplayWidth.cut("services", left) : "", text);
    int rank = 0;
    for (GroupFacts group : facts.groups()) {
      text.append(style.bold(DisplayWidth.right(Integer.toString(++rank), rankWidth)));
      figures(columns, widths, group, text);
      if (services) {
        text.append(GAP).append(services(group, Math.max(1, left)));
      }
      text.append('\n');
      statement(group, rankWidth + GAP.length(), text);
    }
  }

  private void header(
      List<Column> columns,
      List<Integer> widths,
      int rankWidth,
      String services,
      StringBuilder text) {
    StringBuilder head = new StringBuilder(DisplayWidth.right("#", rankWidth));
    for (int at = 0; at < columns.size(); at++) {
      head.append(GAP).append(aligned(columns.get(at), columns.get(at).header(), widths.get(at)));
    }
    head.append(GAP).append(services);
    text.append(style.dim(head.toString().stripTrailing())).append('\n');
  }

  private void figures(
      List<Column> columns, List<Integer> widths, GroupFacts group, StringBuilder text) {
    for (int at = 0; at < columns.size(); at++) {
      Column column = columns.get(at);
      String cell = aligned(column, column.cell().apply(group), widths.get(at));
      boolean chart = column.header().equals(RankingColumns.LATENCY_SCALE);
      text.append(GAP).append(chart || at == 0 ? style.accent(cell) : cell);
    }
  }

  private void statement(GroupFacts group, int indent, StringBuilder text) {
    if (group.key() instanceof GroupKey.Digest digest) {
      String statement = VisibleText.of(digest.fingerprint());
      int columns = options.width() - indent;
      for (String line : Wrap.lines(statement, columns, STATEMENT_LINES)) {
        text.append(" ".repeat(indent)).append(line).append('\n');
      }
    }
  }

  private String services(GroupFacts group, int columns) {
    if (group.services().isEmpty()) {
      return style.dim(DisplayWidth.cut("unattributed", columns));
    }
    String names = group.services().stream().map(VisibleText::of).collect(Collectors.joining(", "));
    return DisplayWidth.cut(names, columns);
  }

  private static String aligned(Column column, String cell, int width) {
    return column.rightAligned() ? DisplayWidth.right(cell, width) : DisplayWidth.left(cell, width);
  }

  /** Removes the column that a narrow terminal can do without first; false if none is left. */
  private static boolean dropOne(List<Column> columns) {
    Column first = columns.stream().max(Comparator.comparingInt(Column::dropRank)).orElseThrow();
    return first.dropRank() > 0 && columns.remove(first);
  }

  private static int width(List<Column> columns, WorkloadFacts facts) {
    return columns.stream().mapToInt(column -> GAP.length() + width(column, facts)).sum();
  }

  private static int width(Column column, WorkloadFacts facts) {
    return facts.groups().stream()
        .mapToInt(group -> DisplayWidth.of(column.cell().apply(group)))
        .reduce(DisplayWidth.of(column.header()), Math::max);
  }
}
