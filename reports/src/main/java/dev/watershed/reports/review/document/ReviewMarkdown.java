package dev.watershed.reports.review.document;

import dev.watershed.reports.check.MarkdownText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageHead;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.List;
import java.util.stream.Collectors;

/** The first screen of the report for a wiki or a chat, with the first rows of each table. */
public final class ReviewMarkdown {

  private static final int MOST_ROWS = 10;

  private ReviewMarkdown() {}

  /** The text (CommonMark with tables of GitHub). Foreign texts in it are made harmless. */
  public static String render(ReviewFacts facts, PageWords words) {
    StringBuilder text = new StringBuilder();
    PageHead head = Review.head(facts, words);
    text.append("# ").append(MarkdownText.of(head.title())).append("\n\n");
    text.append(MarkdownText.of(head.span())).append(" · ");
    text.append(
            MarkdownText.of(
                head.counts().stream()
                    .map(PageHead.Count::text)
                    .collect(Collectors.joining(" · "))))
        .append('\n');
    for (Section section : Review.sections(facts, words)) {
      text.append("\n## ").append(MarkdownText.of(section.title())).append('\n');
      section.blocks().forEach(block -> block(block, text));
    }
    text.append("\n").append(MarkdownText.of(head.footer())).append('\n');
    return text.toString();
  }

  private static void block(Block block, StringBuilder text) {
    if (block instanceof Block.Tiles tiles) {
      text.append('\n');
      for (Block.Tiles.Tile tile : tiles.tiles()) {
        text.append("- **").append(MarkdownText.of(tile.value())).append("** ");
        text.append(MarkdownText.of(tile.label())).append('\n');
      }
    } else if (block instanceof Block.Actions actions) {
      actions(actions, text);
    } else if (block instanceof Block.Prose prose) {
      prose.title().ifPresent(title -> heading(title, text));
      prose
          .paragraphs()
          .forEach(each -> text.append('\n').append(MarkdownText.of(each)).append('\n'));
    } else if (block instanceof Block.Lacking lacking) {
      text.append("\n**").append(MarkdownText.of(lacking.what())).append("** ");
      text.append(MarkdownText.of(lacking.how())).append('\n');
    } else if (block instanceof Block.Bars bars) {
      heading(bars.title(), text);
      text.append('\n');
      for (Block.Bars.Bar bar : bars.bars()) {
        text.append("- ").append(MarkdownText.of(bar.label())).append(": ");
        text.append(MarkdownText.of(bar.value())).append('\n');
      }
    } else if (block instanceof Block.Listing listing) {
      table(listing.table(), text);
    } else if (block instanceof Block.Pair pair) {
      block(pair.left(), text);
      block(pair.right(), text);
    }
  }

  private static void heading(String title, StringBuilder text) {
    text.append("\n### ").append(MarkdownText.of(title)).append('\n');
  }

  private static void actions(Block.Actions actions, StringBuilder text) {
    heading(actions.title(), text);
    text.append('\n');
    for (Block.Actions.Action action : actions.actions()) {
      text.append("- **").append(MarkdownText.of(action.category())).append("**: ");
      text.append(MarkdownText.of(action.sentence()));
      if (!action.code().isEmpty()) {
        text.append(": ").append(MarkdownText.code(action.code()));
      }
      if (!action.gain().isEmpty()) {
        text.append(" — ").append(MarkdownText.of(action.gain()));
      }
      if (!action.evidence().isEmpty()) {
        text.append(" (").append(MarkdownText.of(action.evidence())).append(')');
      }
      text.append('\n');
    }
  }

  private static void table(DataTable table, StringBuilder text) {
    heading(table.title() + " (" + table.rows().size() + ")", text);
    if (table.rows().isEmpty()) {
      return;
    }
    List<Integer> columns =
        table.listed().stream()
            .filter(column -> !CellText.drawn(table.columns().get(column)))
            .toList();
    text.append("\n| ");
    text.append(
        columns.stream()
            .map(column -> MarkdownText.of(table.columns().get(column).label()))
            .collect(Collectors.joining(" | ")));
    text.append(" |\n|").append("---|".repeat(columns.size())).append('\n');
    for (List<Cell> row : table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
      text.append("| ");
      text.append(
          columns.stream()
              .map(column -> cell(table.columns().get(column), row.get(column)))
              .collect(Collectors.joining(" | ")));
      text.append(" |\n");
    }
  }

  private static String cell(DataColumn column, Cell cell) {
    return MarkdownText.of(CellText.of(column, cell));
  }
}
