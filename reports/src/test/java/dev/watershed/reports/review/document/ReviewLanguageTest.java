package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The report in Japanese: no sentence of ours is left in English. */
class ReviewLanguageTest {

  private static final PageWords JAPANESE = PageWords.of(Locale.JAPANESE);

  /** Three words with spaces between them; SQL has its words in capitals, names have commas. */
  private static final Pattern ENGLISH = Pattern.compile("\\b[A-Za-z]+(?: [a-z']+){2,}\\b");

  /** Definitions of columns, and what a person wrote of a suppression. */
  private static final Pattern GIVEN =
      Pattern.compile("^\\w+ \\w+ not null$|The table is retired then");

  /** An id in hexadecimal digits. */
  private static final Pattern ID = Pattern.compile("\\b(index-)?[0-9a-f]{10,16}\\b");

  /** What SQL calls kinds of statements, keys and actions, and a currency. */
  private static final Set<String> SQL_WORDS =
      Set.of("select", "update", "insert", "btree", "action", "JPY");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

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

  @Test
  void noWordOfAComparedReportIsEnglish() {
    ReviewFacts before = new ReviewFactsFixture().reached("ix_note", 5_000).build();
    ReviewFactsFixture changed = new ReviewFactsFixture();
    changed.workload().user("market").rows(3, 8_000);
    changed
        .workload()
        .statement("UPDATE shop.orders SET state = 2 WHERE member_id = 3")
        .run(FleetFactsFixture.times(90, 3_000));
    ReviewFacts after = changed.after(before);
    ReviewFacts back = new ReviewFactsFixture().after(changed.build());
    for (ReviewFacts facts : List.of(after, back)) {
      assertThat(english(facts)).isEmpty();
      assertThat(foreign(facts)).isEmpty();
    }
  }

  /** Texts with a word that neither the bundle of the language nor the fleet itself has. */
  private static List<String> foreign(ReviewFacts facts) {
    Set<String> known = new HashSet<>();
    bundle().values().forEach(text -> addWords(text.toString(), known));
    addWords(GIVEN.pattern(), known);
    given(facts).forEach(text -> addWords(text, known));
    return texts(facts).stream()
        .filter(text -> !known.containsAll(words(text)))
        .map(text -> text + " " + words(text).stream().filter(w -> !known.contains(w)).toList())
        .distinct()
        .toList();
  }

  /** What the fleet is made of, and what keys are called. */
  private static List<String> given(ReviewFacts facts) {
    List<String> given = new ArrayList<>();
    facts.fleet().statements().forEach(each -> given.add(each.digestText() + each.fingerprint()));
    for (DataFacts data : facts.fleet().data()) {
      data.input().server().tables().forEach(table -> given.add(table.toString()));
      data.advice()
          .indexes()
          .forEach(each -> given.addAll(List.of(each.id(), String.valueOf(each.plan().undo()))));
    }
    facts
        .earlier()
        .ifPresent(
            each ->
                each.fleet().statements().forEach(statement -> given.add(statement.fingerprint())));
    Parties parties = facts.fleet().coupling().input().parties();
    IntStream.range(0, parties.services()).mapToObj(parties::name).forEach(given::add);
    BuiltInRules.kinds().forEach(kind -> given.add(kind.name()));
    facts.gate().violations().forEach(each -> given.add(each.violation().key().text()));
    given.addAll(facts.teams().values());
    facts.ledger().orElseThrow().ledger().decisions().stream()
        .map(JudgedDecision::decision)
        .forEach(each -> given.addAll(List.of(each.reason(), each.ticket().orElse(""))));
    facts.fleet().coupling().findings().forEach(each -> given.addAll(each.subject()));
    facts.context().failed().forEach(each -> given.add(each.toString()));
    facts.span().coverage().servers().forEach(each -> given.add(each.source()));
    facts.fleet().coupling().input().quality().accounts().forEach(each -> given.add(each.user()));
    given.addAll(SQL_WORDS);
    given.add(Units.bytes(2));
    return given;
  }

  private static Properties bundle() {
    Properties texts = new Properties();
    try (Reader file =
        new InputStreamReader(
            PageWords.class.getResourceAsStream(
                "/dev/watershed/reports/review/words_ja.properties"),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static void addWords(String text, Set<String> words) {
    words.addAll(words(text));
  }

  private static List<String> words(String text) {
    return WORD.matcher(ID.matcher(text).replaceAll("")).results().map(MatchResult::group).toList();
  }

  private static List<String> english(ReviewFacts facts) {
    return texts(facts).stream()
        .filter(text -> ENGLISH.matcher(text).find() && !GIVEN.matcher(text).find())
        .distinct()
        .toList();
  }

  private static List<String> texts(ReviewFacts facts) {
    List<String> texts = new ArrayList<>();
    for (Section section : Review.sections(facts, JAPANESE)) {
      texts.add(section.title());
      section.blocks().forEach(block -> add(block, texts));
    }
    Review.unlisted(facts, JAPANESE).forEach(table -> add(table, texts));
    assertThat(texts).hasSizeGreaterThan(100);
    return texts;
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
    } else if (block instanceof Block.Script script) {
      texts.add(script.title());
      texts.addAll(script.text().lines().filter(line -> line.startsWith("--")).toList());
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
