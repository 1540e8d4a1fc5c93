package dev.watershed.reports.review.section;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.chart.MatrixDrawing;
import dev.watershed.reports.review.compare.StepChanges;
import dev.watershed.reports.review.consolidation.CrossingTable;
import dev.watershed.reports.review.consolidation.PlanMatrices;
import dev.watershed.reports.review.consolidation.StepTable;
import dev.watershed.reports.review.consolidation.TargetBlocks;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.text.RoomText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Consolidation: what to do one after the other, what it leads to, how far the target is. */
public final class ConsolidationSection {

  private static final int MOST_ACTIONS = 6;

  private ConsolidationSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    Plan plan = facts.plan();
    CouplingInput input = facts.fleet().coupling().input();
    List<Block> blocks = new ArrayList<>();
    facts
        .owner()
        .ifPresent(owner -> blocks.add(Block.Prose.of(words.text("plan.owner", owner.name()))));
    if (plan.steps().isEmpty()) {
      blocks.add(new Block.Lacking(words.text("plan.lacking"), words.text("plan.lacking.how")));
    } else {
      blocks.add(tiles(plan, words));
      blocks.add(begin(plan, words));
      blocks.add(
          new Block.Listing(
              StepChanges.of(facts, StepTable.steps(plan, input, words), words),
              words.text("steps.caption")));
    }
    facts
        .earlier()
        .map(earlier -> StepChanges.gone(facts, earlier, words))
        .ifPresent(
            gone -> blocks.add(new Block.Listing(gone, words.text("changes.steps.caption"))));
    blocks.add(
        new Block.Listing(
            CrossingTable.since(
                facts.earlier().map(earlier -> earlier.plan().today()),
                CrossingTable.of(
                    "crossings",
                    words.text("crossings.title"),
                    plan.today(),
                    plan.afterAll(),
                    words),
                words),
            words.text("crossings.caption")));
    matrices(facts, words).ifPresent(blocks::add);
    rooms(plan, words).ifPresent(blocks::add);
    DataTable alternatives = StepTable.alternatives(plan, input, words);
    if (!alternatives.rows().isEmpty()) {
      blocks.add(new Block.Listing(alternatives, words.text("alternatives.caption")));
    }
    blocks.addAll(
        facts
            .target()
            .map(
                target ->
                    TargetBlocks.of(target, words).stream()
                        .map(block -> part(block, facts))
                        .toList())
            .orElseGet(
                () ->
                    List.of(
                        new Block.Lacking(
                            words.text("target.lacking"), words.text("target.lacking.how")))));
    if (!plan.saidNotes().isEmpty()) {
      blocks.add(
          new Block.Prose(
              Optional.of(words.text("notes.title")), visible(words.sentences(plan.saidNotes()))));
    }
    return new Section("consolidation", words.text("consolidation.title"), blocks);
  }

  private static Block tiles(Plan plan, PageWords words) {
    double days =
        plan.steps().stream()
            .flatMap(step -> step.judged().stream())
            .mapToDouble(step -> step.effort().days())
            .sum();
    return new Block.Tiles(
        List.of(
            new Block.Tiles.Tile(
                Units.grouped(plan.steps().size()),
                words.text("plan.tile.steps", Units.count((long) Math.ceil(days)))),
            change(
                plan.today().foreignWrites(),
                plan.afterAll().foreignWrites(),
                words.text("crossing.foreignWrites")),
            change(
                plan.today().foreignReads(),
                plan.afterAll().foreignReads(),
                words.text("crossing.foreignReads")),
            change(
                plan.today().ownerWritingTransactions(),
                plan.afterAll().ownerWritingTransactions(),
                words.text("crossing.ownerWriting"))));
  }

  private static Block.Tiles.Tile change(double before, double after, String label) {
    return new Block.Tiles.Tile(Units.often(before) + " → " + Units.often(after), label);
  }

  private static Block begin(Plan plan, PageWords words) {
    List<Block.Actions.Action> actions = new ArrayList<>();
    for (PlannedStep step : plan.steps().stream().limit(MOST_ACTIONS).toList()) {
      List<Saying> grounds = step.proposal().saidGrounds();
      actions.add(
          new Block.Actions.Action(
              words.text("plan.step", actions.size() + 1),
              VisibleText.of(words.sentence(step.proposal().said())),
              "",
              VisibleText.of(words.sentence(Saying.joined(Joint.SEMICOLON, grounds))),
              gain(step, words),
              CellText.address("proposal", step.proposal().id())));
    }
    return new Block.Actions(words.text("plan.begin"), actions);
  }

  private static String gain(PlannedStep step, PageWords words) {
    List<String> parts = new ArrayList<>();
    if (step.proposal().benefit() > 0) {
      parts.add(words.text("plan.spared", Units.perSecond(step.proposal().benefit())));
    }
    step.judged()
        .map(Step::effort)
        .ifPresent(
            effort ->
                parts.add(words.text("plan.days", Units.count((long) Math.ceil(effort.days())))));
    return String.join(" · ", parts);
  }

  private static Optional<Block> matrices(ReviewFacts facts, PageWords words) {
    return PlanMatrices.of(
            facts.fleet().coupling(), facts.structure().clusters(), facts.plan(), words)
        .map(both -> part(both, facts))
        .map(
            both ->
                new Block.Pair(
                    new Block.Figure(
                        words.text("matrix.before"),
                        MatrixDrawing.small(both.before(), both.before()),
                        words.text("matrix.before.caption")),
                    new Block.Figure(
                        words.text("matrix.after"),
                        MatrixDrawing.small(both.after(), both.before()),
                        words.text("matrix.after.caption"))));
  }

  private static PlanMatrices part(PlanMatrices both, ReviewFacts facts) {
    return facts.owner().map(owner -> both.of(owner.services())).orElse(both);
  }

  /** What the target asks of whose report it is. */
  private static Block part(Block block, ReviewFacts facts) {
    return block instanceof Block.Listing listing
        ? new Block.Listing(
            facts.concerning(listing.table(), ReviewOwner.Subject.SERVICE), listing.caption())
        : block;
  }

  private static Optional<Block> rooms(Plan plan, PageWords words) {
    List<String> lines =
        words.sentences(RoomText.saidSummary(plan.roomToday(), plan.roomAfterAll()));
    return lines.isEmpty()
        ? Optional.of(
            new Block.Lacking(words.text("rooms.lacking"), words.text("rooms.lacking.how")))
        : Optional.of(new Block.Prose(Optional.of(words.text("rooms.title")), visible(lines)));
  }

  private static List<String> visible(List<String> lines) {
    return lines.stream().map(VisibleText::of).toList();
  }
}
