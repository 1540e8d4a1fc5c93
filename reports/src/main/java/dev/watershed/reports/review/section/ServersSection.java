package dev.watershed.reports.review.section;

import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.compare.RoomChanges;
import dev.watershed.reports.review.compare.ServerChanges;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.scope.ServerShares;
import dev.watershed.reports.review.server.CostTable;
import dev.watershed.reports.review.server.LockTable;
import dev.watershed.reports.review.server.LoudTable;
import dev.watershed.reports.review.server.ServerLoad;
import dev.watershed.reports.review.server.ServerTable;
import dev.watershed.reports.review.server.TogetherTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Load of servers over the time, who takes them, what they have room for, waits for locks. */
public final class ServersSection {

  private ServersSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    List<Block> blocks = new ArrayList<>();
    Optional<FleetUse> use = facts.fleet().use();
    if (use.isEmpty() || facts.span().coverage().servers().isEmpty()) {
      blocks.add(new Block.Lacking(words.text("servers.none"), words.text("servers.none.how")));
    }
    use.flatMap(known -> ServerLoad.of(known, facts.calendar(), words)).ifPresent(blocks::add);
    blocks.add(
        new Block.Listing(
            ServerShares.of(facts, ServerTable.of(facts, words), words),
            words.text("servers.caption")));
    facts
        .earlier()
        .map(earlier -> ServerChanges.of(facts, earlier, words))
        .ifPresent(
            changes ->
                blocks.add(new Block.Listing(changes, words.text("changes.servers.caption"))));
    facts
        .earlier()
        .map(earlier -> RoomChanges.of(earlier.fleet().use(), use, words))
        .ifPresent(room -> blocks.add(new Block.Listing(room, words.text("changes.room.caption"))));
    use.ifPresent(
        known -> {
          blocks.add(
              new Block.Listing(LoudTable.of(known, words), words.text("servers.loud.caption")));
          if (!known.costs().isEmpty()) {
            blocks.add(new Block.Listing(CostTable.of(known, words), ""));
          }
          blocks.add(new Block.Listing(TogetherTable.of(known, words), ""));
        });
    blocks.add(
        new Block.Listing(
            facts.concerning(
                LockTable.of(facts.span().observed(), facts.fleet(), words),
                ReviewOwner.Subject.TABLE),
            words.text("servers.locks.caption")));
    use.filter(known -> !known.saidNotes().isEmpty())
        .ifPresent(
            known ->
                blocks.add(
                    new Block.Prose(
                        Optional.of(words.text("notes.title")),
                        words.sentences(known.saidNotes()))));
    return new Section("servers", words.text("servers.title"), blocks);
  }
}
