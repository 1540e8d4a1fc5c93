package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewOwner;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.chart.MatrixDrawing;
import dev.watershed.reports.review.chart.MatrixPart;
import dev.watershed.reports.review.compare.ChangedMatrix;
import dev.watershed.reports.review.compare.ContestedChanges;
import dev.watershed.reports.review.compare.FindingChanges;
import dev.watershed.reports.review.compare.OwnerChangeTable;
import dev.watershed.reports.review.compare.PairChanges;
import dev.watershed.reports.review.compare.UseChanges;
import dev.watershed.reports.review.coupling.ClusterTables;
import dev.watershed.reports.review.coupling.ContestedMatrix;
import dev.watershed.reports.review.coupling.FindingTable;
import dev.watershed.reports.review.coupling.PairTable;
import dev.watershed.reports.review.coupling.ServiceMatrix;
import dev.watershed.reports.review.coupling.ServiceTable;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Coupling: who uses whose tables, which tables several write, what belongs together. */
public final class CouplingSection {

  private CouplingSection() {}

  public static Section of(ReviewFacts facts, PageWords words) {
    CouplingFacts coupling = facts.fleet().coupling();
    StructureFacts structure = facts.structure();
    List<Block> blocks = new ArrayList<>();
    if (!coupling.ownership().anyDeclared()) {
      blocks.add(
          new Block.Lacking(
              words.text("coupling.lacking.owners"), words.text("coupling.lacking.owners.how")));
    }
    if (facts.owner().isEmpty()) {
      tiles(coupling, words).ifPresent(blocks::add);
    }
    UseChanges changes =
        facts
            .earlier()
            .map(earlier -> UseChanges.of(earlier.fleet().coupling(), coupling, words))
            .orElseGet(UseChanges::none);
    blocks.add(matrix(facts, changes, words));
    facts
        .earlier()
        .ifPresent(
            earlier ->
                blocks.add(
                    new Block.Listing(
                        facts.concerning(changes.table(words), ReviewOwner.Subject.SERVICE),
                        words.text("changes.uses.caption"))));
    contested(facts, words).ifPresent(blocks::add);
    long left = FindingTable.left(coupling);
    blocks.add(
        new Block.Listing(
            FindingChanges.of(facts, FindingTable.of(coupling, words), words),
            words.text("findings.caption")
                + (left > 0 ? " " + words.text("findings.left", left) : "")));
    facts.earlier().ifPresent(earlier -> compared(earlier, words, blocks));
    blocks.add(
        new Block.Listing(
            PairChanges.of(facts, PairTable.of(coupling, words), words),
            words.text("pairs.caption")));
    blocks.add(
        new Block.Listing(
            ClusterTables.clusters(structure, words), words.text("clusters.caption")));
    int further = structure.furtherSeams();
    blocks.add(
        new Block.SeamChoice(
            further == 0 ? words.text("seam.none") : words.text("seam.unknown", further)));
    blocks.add(
        new Block.Listing(
            ClusterTables.seams(structure, words), words.text("seams.caption", further)));
    DataTable disagreements = ClusterTables.disagreements(structure, words);
    if (!disagreements.rows().isEmpty()) {
      blocks.add(new Block.Listing(disagreements, words.text("disagreements.caption")));
    }
    blocks.add(
        new Block.Listing(
            facts.concerning(ServiceTable.of(facts, words), ReviewOwner.Subject.SERVICE),
            words.text("services.caption")));
    if (!coupling.saidNotes().isEmpty()) {
      blocks.add(
          new Block.Prose(
              Optional.of(words.text("notes.title")),
              words.sentences(coupling.saidNotes()).stream().map(VisibleText::of).toList()));
    }
    return new Section("coupling", words.text("coupling.title"), blocks);
  }

  /** What only the earlier span shows. */
  private static void compared(EarlierReview earlier, PageWords words, List<Block> blocks) {
    blocks.add(
        new Block.Listing(
            FindingChanges.gone(earlier, words), words.text("changes.findings.caption")));
    DataTable owners = OwnerChangeTable.of(earlier, words);
    if (!owners.rows().isEmpty()) {
      blocks.add(new Block.Listing(owners, words.text("changes.owners.caption")));
    }
  }

  /** What crosses owners; empty where no transaction was seen. */
  private static Optional<Block> tiles(CouplingFacts facts, PageWords words) {
    if (facts.transactions().all() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Tiles(
            List.of(
                tile(facts.transactions().all(), "coupling.tile.transactions", words),
                tile(facts.transactions().crossing(), "coupling.tile.crossing", words),
                tile(facts.transactions().writing(), "coupling.tile.writing", words))));
  }

  private static Block.Tiles.Tile tile(double perSecond, String label, PageWords words) {
    return new Block.Tiles.Tile(Units.often(perSecond), words.text(label));
  }

  private static Block matrix(ReviewFacts facts, UseChanges changes, PageWords words) {
    MatrixChart all =
        ChangedMatrix.of(
            ServiceMatrix.today(facts.fleet().coupling(), facts.structure().clusters(), words),
            changes,
            words);
    MatrixChart chart =
        facts.owner().map(owner -> MatrixPart.of(all, owner.services())).orElse(all);
    if (chart.cells().isEmpty()) {
      return new Block.Lacking(words.text("matrix.lacking"), words.text("matrix.lacking.how"));
    }
    int left = Math.max(0, chart.cells().size() - MatrixDrawing.MOST_CELLS);
    return new Block.Figure(
        words.text("matrix.title"),
        MatrixDrawing.of(chart),
        words.text("matrix.caption") + (left > 0 ? " " + words.text("matrix.left", left) : ""));
  }

  private static Optional<Block> contested(ReviewFacts facts, PageWords words) {
    MatrixChart chart =
        ContestedChanges.of(ContestedMatrix.of(facts.fleet().coupling(), words), facts, words);
    return chart.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Figure(
                words.text("contested.title"),
                MatrixDrawing.of(chart),
                words.text("contested.caption")));
  }
}
