package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.compare.AdviceChanges;
import dev.watershed.reports.review.compare.IndexChanges;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.text.AdviceScript;
import dev.watershed.rules.fleet.DataFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which indexes are missing, which may go, and what no index can mend. */
public final class IndexesSection {

  /** As many changes as people make at a time. */
  private static final int SCRIPTED = 10;

  private IndexesSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    ReviewNames names = ReviewNames.of(facts, words);
    List<Block> blocks = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      if (data.input().server().tables().isEmpty()) {
        blocks.add(
            new Block.Lacking(
                words.text("indexes.lacking", VisibleText.of(data.name())),
                words.text("catalog.how")));
      }
    }
    if (facts.fleet().statements().isEmpty()) {
      blocks.add(
          new Block.Lacking(
              words.text("indexes.lacking.statements"), words.text("statements.lacking.how")));
    }
    List<PlannedAdvice> all =
        facts.fleet().data().stream().flatMap(each -> each.advice().indexes().stream()).toList();
    if (facts.fleet().data().stream().anyMatch(each -> each.advice().tables() > 0)) {
      blocks.add(tiles(all, words));
      blocks.add(
          new Block.Listing(
              AdviceChanges.of(facts, MissingIndexes.of(facts, names, words), words),
              words.text("indexes.missing.caption")));
      script(facts, words).ifPresent(blocks::add);
      blocks.add(
          new Block.Listing(
              AdviceChanges.of(facts, NeedlessIndexes.of(facts, names, words), words),
              words.text("indexes.needless.caption")));
    }
    blocks.add(
        new Block.Listing(
            Rewrites.of(facts, names, words), words.text("indexes.rewrites.caption")));
    facts
        .earlier()
        .map(earlier -> AdviceChanges.gone(facts, earlier, words))
        .ifPresent(
            gone -> blocks.add(new Block.Listing(gone, words.text("changes.advice.caption"))));
    facts
        .earlier()
        .map(earlier -> IndexChanges.of(facts, earlier, words))
        .ifPresent(blocks::addAll);
    unknowns(facts, words).ifPresent(blocks::add);
    return new Section("indexes", words.text("indexes.title"), blocks);
  }

  private static Block tiles(List<PlannedAdvice> all, PageWords words) {
    List<IndexAdvice> drops =
        all.stream().map(PlannedAdvice::advice).filter(each -> each.kind().isDrop()).toList();
    long[] bytes = drops.stream().flatMapToLong(each -> each.bytes().stream()).toArray();
    double[] entries =
        drops.stream().flatMapToDouble(each -> each.entriesWrittenPerSecond().stream()).toArray();
    return new Block.Tiles(
        List.of(
            new Block.Tiles.Tile(
                Units.count(all.size() - drops.size()), words.text("indexes.tile.missing")),
            new Block.Tiles.Tile(Units.count(drops.size()), words.text("indexes.tile.needless")),
            new Block.Tiles.Tile(
                bytes.length == 0 ? Units.UNKNOWN : Units.bytes(Arrays.stream(bytes).sum()),
                words.text("indexes.tile.bytes")),
            new Block.Tiles.Tile(
                entries.length == 0 ? Units.UNKNOWN : Units.often(Arrays.stream(entries).sum()),
                words.text("indexes.tile.entries"))));
  }

  /** The statements that make the first missing indexes, in the order of their table. */
  private static Optional<Block> script(ReviewFacts facts, PageWords words) {
    List<Missing> missing =
        facts.fleet().data().stream()
            .map(DataFacts::advice)
            .flatMap(
                server -> server.indexes().stream().map(planned -> new Missing(server, planned)))
            .filter(each -> !each.planned().advice().kind().isDrop())
            .sorted(Comparator.comparingDouble(Missing::share).reversed())
            .limit(SCRIPTED)
            .toList();
    StringBuilder text = new StringBuilder();
    for (Missing each : missing) {
      text.append(
          new AdviceScript(words::say)
              .render(each.planned(), each.server().trial(each.planned().id())));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Script(
                words.text("indexes.script", missing.size()), text.toString().strip()));
  }

  private record Missing(ServerAdvice server, PlannedAdvice planned) {

    double share() {
      return planned.advice().effects().stream().mapToDouble(DigestEffect::loadShare).sum();
    }
  }

  private static Optional<Block> unknowns(ReviewFacts facts, PageWords words) {
    List<String> sentences = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      data.advice()
          .saidUnknowns()
          .forEach(
              each ->
                  sentences.add(
                      Sentence.of(Saying.of("of", "{0}: {1}", data.name(), each), words)));
    }
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Prose(Optional.of(words.text("indexes.unknowns")), sentences));
  }
}
