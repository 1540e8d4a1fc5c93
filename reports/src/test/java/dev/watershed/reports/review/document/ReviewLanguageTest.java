package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The report in Japanese: no sentence of ours is left in English. */
class ReviewLanguageTest {

  private static final PageWords JAPANESE = PageWords.of(Locale.JAPANESE);

  /** Three words with spaces between them; SQL has its words in capitals, names have commas. */
  private static final Pattern ENGLISH = Pattern.compile("\\b[A-Za-z]+(?: [a-z']+){2,}\\b");

  /** Definitions of columns, and what a person wrote of a suppression. */
  private static final Pattern GIVEN =
      Pattern.compile("^\\w+ \\w+ not null$|The table is retired then");

  private static final Set<ColumnKind> SENTENCES =
      EnumSet.of(ColumnKind.TEXT, ColumnKind.SENTENCE, ColumnKind.LINES, ColumnKind.PROSE);

  @Test
  void noSentenceIsEnglish() {
    assertThat(english(new ReviewFactsFixture().build())).isEmpty();
  }

  @Test
  void noSentenceIsEnglishWhereLittleIsKnown() {
    ReviewFacts bare =
        new ReviewFactsFixture()
            .withoutCatalog()
            .withoutServices()
            .withoutLedger()
            .unwatched()
            .build();
    assertThat(english(bare)).isEmpty();
  }

  private static List<String> english(ReviewFacts facts) {
    List<String> texts = new ArrayList<>();
    for (Section section : Review.sections(facts, JAPANESE)) {
      texts.add(section.title());
      section.blocks().forEach(block -> add(block, texts));
    }
    Review.unlisted(facts, JAPANESE).forEach(table -> add(table, texts));
    assertThat(texts).hasSizeGreaterThan(100);
    return texts.stream()
        .filter(text -> ENGLISH.matcher(text).find() && !GIVEN.matcher(text).find())
        .distinct()
        .toList();
  }

  private static void add(Block block, List<String> texts) {
    if (block instanceof Block.Tiles tiles) {
      tiles.tiles().forEach(tile -> texts.addAll(List.of(tile.value(), tile.label())));
    } else if (block instanceof Block.Actions actions) {
      texts.add(actions.title());
      actions
          .actions()
          .forEach(
              each ->
                  texts.addAll(
                      List.of(each.category(), each.sentence(), each.evidence(), each.gain())));
    } else if (block instanceof Block.Prose prose) {
      prose.title().ifPresent(texts::add);
      texts.addAll(prose.paragraphs());
    } else if (block instanceof Block.Lacking lacking) {
      texts.addAll(List.of(lacking.what(), lacking.how()));
    } else if (block instanceof Block.Bars bars) {
      texts.addAll(List.of(bars.title(), bars.note()));
      bars.bars().forEach(bar -> texts.addAll(List.of(bar.label(), bar.value(), bar.extra())));
    } else if (block instanceof Block.Figure figure) {
      texts.addAll(List.of(figure.title(), figure.caption()));
      texts.addAll(List.of(figure.svg().split("<[^>]*>", -1)));
    } else if (block instanceof Block.TimeChart chart) {
      texts.addAll(List.of(chart.title(), chart.unit(), chart.caption()));
    } else if (block instanceof Block.Listing listing) {
      texts.add(listing.caption());
      add(listing.table(), texts);
    } else if (block instanceof Block.Terms terms) {
      terms.terms().forEach(term -> texts.addAll(List.of(term.word(), term.meaning())));
    } else if (block instanceof Block.Pair pair) {
      add(pair.left(), texts);
      add(pair.right(), texts);
    }
  }

  private static void add(DataTable table, List<String> texts) {
    texts.add(table.title());
    for (int column = 0; column < table.columns().size(); column++) {
      DataColumn known = table.columns().get(column);
      texts.add(known.label());
      if (SENTENCES.contains(known.kind())) {
        for (Cell cell : table.cells(column)) {
          if (cell instanceof Cell.Text text) {
            texts.add(text.text());
          } else if (cell instanceof Cell.Texts several) {
            texts.addAll(several.texts());
          }
        }
      }
    }
  }
}
