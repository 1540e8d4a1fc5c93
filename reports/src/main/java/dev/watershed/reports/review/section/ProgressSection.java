package dev.watershed.reports.review.section;

import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.decision.Standing;
import dev.watershed.reports.LedgerView;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.progress.DecisionTable;
import dev.watershed.reports.review.progress.MeasuredTable;
import dev.watershed.reports.review.progress.TeamTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Progress: what was decided, by whom and how long ago, what came back, what nobody decided. */
public final class ProgressSection {

  private ProgressSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    List<Block> blocks = new ArrayList<>();
    if (facts.ledger().isEmpty()) {
      blocks.add(
          new Block.Lacking(
              words.text("progress.lacking.ledger"), words.text("progress.lacking.ledger.how")));
    } else {
      blocks.addAll(ledger(facts.ledger().get(), facts.earlier(), words));
    }
    return new Section("progress", words.text("progress.title"), blocks);
  }

  private static List<Block> ledger(
      LedgerView view, Optional<EarlierReview> earlier, PageWords words) {
    List<JudgedDecision> decisions = view.ledger().decisions();
    List<KnownFinding> undecided = view.ledger().undecided();
    List<Block> blocks = new ArrayList<>();
    List<Block.Tiles.Tile> tiles = new ArrayList<>();
    tiles.add(tile(decisions.size(), words.text("progress.tile.decisions")));
    for (Standing standing : Standing.values()) {
      long count = decisions.stream().filter(each -> each.standing() == standing).count();
      if (count > 0) {
        tiles.add(tile(count, words.text("standing." + standing.key())));
      }
    }
    tiles.add(tile(undecided.size(), words.text("progress.tile.undecided")));
    blocks.add(new Block.Tiles(tiles));
    String unknown = words.text("progress.noTeam");
    blocks.add(
        new Block.Pair(
            bars(
                words.text("progress.byTeam"),
                decisions.stream().map(each -> each.decision().team()),
                words),
            bars(
                words.text("progress.undecidedByTeam"),
                undecided.stream().map(each -> view.team(each).orElse(unknown)),
                words)));
    if (!decisions.isEmpty()) {
      blocks.add(
          new Block.Listing(TeamTable.of(decisions, words), words.text("progress.teams.caption")));
    }
    blocks.add(
        new Block.Listing(DecisionTable.decisions(view, words), words.text("decisions.caption")));
    blocks.addAll(measured(earlier, words));
    blocks.add(
        new Block.Listing(DecisionTable.undecided(view, words), words.text("undecided.caption")));
    if (!view.saidNotes().isEmpty()) {
      blocks.add(
          new Block.Prose(
              Optional.of(words.text("notes.title")),
              words.sentences(view.saidNotes()).stream().map(VisibleText::of).toList()));
    }
    return blocks;
  }

  private static List<Block> measured(Optional<EarlierReview> earlier, PageWords words) {
    if (earlier.isEmpty()) {
      return List.of(
          new Block.Lacking(
              words.text("progress.lacking.effect"), words.text("progress.lacking.effect.how")));
    }
    List<MeasuredDecision> decisions = earlier.get().decisions();
    List<Block> blocks = new ArrayList<>();
    if (!decisions.isEmpty()) {
      blocks.add(MeasuredTable.tiles(decisions, words));
    }
    blocks.add(
        new Block.Listing(MeasuredTable.of(decisions, words), words.text("measured.caption")));
    return blocks;
  }

  private static Block.Tiles.Tile tile(long count, String label) {
    return new Block.Tiles.Tile(Units.grouped(count), label);
  }

  private static Block bars(String title, Stream<String> teams, PageWords words) {
    Map<String, Integer> counts = new TreeMap<>();
    teams.forEach(team -> counts.merge(team, 1, Integer::sum));
    int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(1);
    List<Block.Bars.Bar> bars =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(
                each ->
                    new Block.Bars.Bar(
                        VisibleText.of(each.getKey()),
                        "",
                        (double) each.getValue() / most,
                        Units.grouped(each.getValue()),
                        ""))
            .toList();
    return new Block.Bars(title, bars, counts.isEmpty() ? words.text("table.none") : "");
  }
}
