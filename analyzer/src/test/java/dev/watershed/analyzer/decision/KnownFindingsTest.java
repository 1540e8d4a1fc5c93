package dev.watershed.analyzer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.consolidation.proposal.RetireGroup;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.ddl.ChangePlanner;
import dev.watershed.analyzer.index.ddl.ServerAbilities;
import dev.watershed.analyzer.index.ddl.TableCondition;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.ownership.TableOwner;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.understanding.UnderstandingCoverage;
import dev.watershed.analyzer.understanding.UnderstandingCoverage.Weight;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownFindingsTest {

  private static final String READ = "SELECT a FROM member.members";

  private final CouplingFacts facts =
      CouplingAnalysis.of(fixture().build(), fixture().mapping(), PartyLevel.SERVICE);

  private static CouplingFixture fixture() {
    return new CouplingFixture()
        .service("shop", List.of("shop.*"), List.of())
        .service("member", List.of("member.*"), List.of())
        .tables("shop.items", "member.members")
        .run("shop", 50, "UPDATE shop.items SET a = 1")
        .run("shop", 30, READ)
        .run("member", 20, "UPDATE member.members SET a = 1")
        .server("db");
  }

  private long digest(String table, String verb) {
    return facts.input().statements().stream()
        .filter(each -> each.fingerprint().startsWith(verb) && each.fingerprint().contains(table))
        .mapToLong(CoupledStatement::digest)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFindingKeepsItsIdItsServicesAndItsProof() {
    List<KnownFinding> known = KnownFindings.ofCoupling(facts);
    assertThat(known)
        .extracting(KnownFinding::id)
        .containsExactlyElementsOf(facts.findings().stream().map(Finding::id).toList());
    KnownFinding read =
        known.stream().filter(each -> each.kind().equals("foreign-read")).findFirst().orElseThrow();
    assertThat(read.title()).startsWith("foreign-read: ").doesNotContain("30");
    assertThat(read.services()).contains("shop");
    assertThat(read.digests()).containsExactly(digest("members", "SELECT"));
    assertThat(read.predictions()).isEmpty();
  }

  @Test
  void aProposalConcernsServicesAmongWhatItTouchesAndThoseThatProveIt() {
    Evidence proof = new Evidence(7, "SELECT 1", "db", "shop", 1, 1, 1, false);
    Evidence nobody = new Evidence(3, "SELECT 2", "db", "(unattributed)", 1, 1, 1, false);
    Proposal proposal =
        new Proposal(
            "move-1",
            ProposalKind.MOVE_TABLE,
            List.of("member.members", "shop"),
            Saying.verbatim("move it"),
            List.of(),
            Set.of("member", "member.members"),
            12.5,
            Optional.empty(),
            TableOwner.Confidence.MEDIUM,
            List.of(),
            List.of(),
            List.of(),
            List.of(proof, nobody, proof));
    assertThat(KnownFindings.ofProposals(List.of(proposal), facts))
        .containsExactly(
            new KnownFinding(
                "move-1",
                "move-table",
                Saying.of(
                    "known.of",
                    "{0}: {1}",
                    Saying.of("known-kind.move-table", "move-table"),
                    List.of("member.members", "shop")),
                List.of("member", "shop"),
                12.5,
                List.of(3L, 7L),
                List.of()));
  }

  @Test
  void aProposalToRetireTablesSaysWhichAreMeant() {
    Proposal proposal =
        new Proposal(
            "retire-1",
            ProposalKind.RETIRE_TABLES,
            List.of("db", "member", RetireGroup.LEFT_OVER.subject()),
            Saying.verbatim("retire them"),
            List.of(),
            Set.of(),
            1,
            Optional.empty(),
            TableOwner.Confidence.MEDIUM,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    KnownFinding known = KnownFindings.ofProposals(List.of(proposal), facts).get(0);
    assertThat(known.title()).isEqualTo("retire-tables: db, member, left over");
  }

  @Test
  void anAdviceConcernsWhoSendsItsStatementsAndPredictsTheirRows() {
    long read = digest("members", "SELECT");
    KnownFinding known =
        advised(
            60,
            new DigestEffect(
                read, 30, 0.4, Saying.verbatim("scan"), Saying.verbatim("range"), 900, 3, 9, 1));
    assertThat(known.kind()).isEqualTo("add");
    assertThat(known.title()).isEqualTo("add: idx_a on member.members of db");
    assertThat(known.services()).containsExactly("shop");
    assertThat(known.weight()).isEqualTo(240 / 60.0);
    assertThat(known.digests()).containsExactly(read);
    assertThat(known.predictions()).containsExactly(new KnownFinding.Prediction(read, 900, 3));
  }

  @Test
  void anAdviceForNoStatementConcernsTheOwnerOfTheTable() {
    assertThat(advised(60).services()).containsExactly("member");
  }

  @Test
  void aServerThatWasSeenForNoTimeCountsAsASecond() {
    assertThat(advised(0).weight()).isEqualTo(240);
  }

  private KnownFinding advised(double seconds, DigestEffect... effects) {
    IndexAdvice advice =
        new IndexAdvice(
            effects.length == 0 ? IndexAdvice.Kind.DROP_DUPLICATE : IndexAdvice.Kind.ADD,
            "member",
            "members",
            new IndexDefinition(
                "idx_a", false, IndexKind.BTREE, true, false, List.of(IndexPart.ofColumn("a"))),
            List.of(),
            List.of(effects),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            240,
            IndexAdvice.Confidence.HIGH,
            List.of());
    TableCondition table = new TableCondition(OptionalLong.empty(), OptionalDouble.empty(), false);
    PlannedAdvice planned =
        PlannedAdvice.of(
            "db", advice, new ChangePlanner(ServerAbilities.of("9.7.4")).plan(advice, table));
    ServerAdvice server =
        new ServerAdvice(
            "db",
            List.of("db"),
            Optional.of("9.7.4"),
            seconds,
            2,
            0,
            new UnderstandingCoverage(Weight.NONE, Weight.NONE, List.of()),
            List.of(planned),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    List<KnownFinding> known = KnownFindings.ofAdvice(List.of(server), facts);
    assertThat(known).extracting(KnownFinding::id).containsExactly(planned.id());
    return known.get(0);
  }
}
