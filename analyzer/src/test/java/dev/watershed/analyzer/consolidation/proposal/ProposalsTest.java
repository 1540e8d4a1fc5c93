package dev.watershed.analyzer.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.plan.Sequence;
import dev.watershed.analyzer.consolidation.room.TableSizes;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalsTest {

  private static final String INSERT = "INSERT INTO shop.notes (a) VALUES (1)";
  private static final String UPDATE = "UPDATE shop.notes SET a = 1";

  private static CouplingFixture fixture() {
    return new CouplingFixture()
        .service("booking", List.of("shop.%"), List.of())
        .service("payment", List.of("pay.%"), List.of())
        .service("admin", List.of("adm.%"), List.of())
        .tables("shop.notes", "shop.orders", "pay.bills", "adm.lists")
        .in("shop")
        .run("booking", 90, "UPDATE shop.orders SET a = 1")
        .run("payment", 90, "UPDATE pay.bills SET a = 1")
        .run("admin", 90, "UPDATE adm.lists SET a = 1");
  }

  private static ProposalInput input(CouplingFixture fixture, Set<String> used) {
    return input(fixture, used, 1);
  }

  private static ProposalInput input(
      CouplingFixture fixture, Set<String> used, double countedDays) {
    CatalogFixture catalog = new CatalogFixture();
    Stream.of("shop.notes", "shop.orders", "pay.bills", "adm.lists").forEach(catalog::table);
    WhatIfInput judged =
        new WhatIfInput(
            CouplingAnalysis.of(
                fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE),
            new TreeMap<>(Map.of("db", catalog.build())),
            new TreeMap<>());
    return new ProposalInput(
        judged,
        new TableActivity(new TreeMap<>(Map.of("db", countedDays)), used),
        TableSizes.of(judged.catalogs()),
        List.of(),
        List.of());
  }

  private static List<String> words(ProposalInput given) {
    return Proposals.of(given).stream()
        .filter(each -> each.kind() != ProposalKind.RETIRE_TABLES)
        .map(each -> each.kind().key() + " " + String.join(" ", each.subject()))
        .toList();
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("nobody else uses it", fixture().run("booking", 9, UPDATE), List.of()),
        Arguments.of(
            "another service writes it most",
            fixture().run("booking", 9, UPDATE).run("payment", 90, UPDATE),
            List.of("move-table shop.notes")),
        Arguments.of(
            "another service writes it least",
            fixture().run("booking", 90, UPDATE).run("payment", 9, UPDATE),
            List.of()),
        Arguments.of(
            "another service only reads it",
            fixture().run("payment", 90, "SELECT a FROM shop.notes"),
            List.of()),
        Arguments.of(
            "three fill it",
            fixture()
                .run("booking", 40, INSERT)
                .run("payment", 30, INSERT)
                .run("admin", 30, INSERT),
            List.of("cut-table shop.notes")),
        Arguments.of(
            "one of three changes rows of others",
            fixture()
                .run("booking", 40, INSERT)
                .run("payment", 30, INSERT)
                .run("admin", 30, UPDATE),
            List.of()),
        Arguments.of(
            "one fills nearly all of it",
            fixture().run("booking", 90, INSERT).run("payment", 10, INSERT),
            List.of()),
        Arguments.of(
            "two work on each other's tables",
            fixture()
                .transaction(
                    "booking", 90, "UPDATE shop.orders SET a = 1", "UPDATE pay.bills SET a = 1")
                .transaction(
                    "payment", 90, "UPDATE shop.orders SET a = 1", "UPDATE pay.bills SET a = 1"),
            List.of(
                "merge-schemas db pay shop",
                "merge-services booking payment",
                "move-table pay.bills",
                "move-table shop.orders")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void proposalsAre(String name, CouplingFixture fixture, List<String> expected) {
    assertThat(words(input(fixture, Set.of()))).as(name).isEqualTo(expected);
  }

  @Test
  void whatNobodyUsesIsPutIntoQuarantine() {
    List<Proposal> proposals = Proposals.of(input(fixture(), Set.of()));
    assertThat(proposals)
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.kind()).isEqualTo(ProposalKind.RETIRE_TABLES);
              assertThat(proposal.touches()).containsExactly("shop.notes");
              assertThat(proposal.message()).startsWith("put into quarantine 1 table of shop");
              assertThat(proposal.steps()).anyMatch(step -> step.contains("13 months"));
            });
  }

  @ParameterizedTest(name = "counted {0} days of 400: {1}")
  @CsvSource({"400, HIGH, false", "380, HIGH, false", "2, LOW, true"})
  void whatCountersSawForAWhileIsNotSure(double counted, Confidence expected, boolean risk) {
    CouplingFixture fixture = fixture().seconds(400 * 86_400.0);
    assertThat(Proposals.of(input(fixture, Set.of(), counted)))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.confidence()).isEqualTo(expected);
              assertThat(
                      proposal
                          .risks()
                          .contains("counters of table use were read for 2 days of it only"))
                  .isEqualTo(risk);
            });
  }

  /** Names with blanks, and tables of one name on two servers of which one is in use. */
  @Test
  void movesMeanNoTableButTheirOwn() {
    CouplingFixture fixture =
        fixture()
            .server("other")
            .tables("shop.notes", "shop.aged notes", "shop.rest")
            .run("booking", 90, UPDATE);
    ProposalInput given = input(fixture, Set.of());
    List<Proposal> proposals = Proposals.of(given);
    assertThat(proposals)
        .extracting(proposal -> proposal.subject().get(0))
        .containsExactlyInAnyOrder("db", "other");
    assertThat(proposals)
        .filteredOn(proposal -> proposal.subject().get(0).equals("other"))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.touches()).containsExactly("shop.notes@other");
              assertThat(proposal.moves()).isEmpty();
              assertThat(proposal.risks()).anyMatch(risk -> risk.contains("shop.notes@other has"));
            });
    assertThat(Sequence.of(given, proposals, List.of()).steps())
        .filteredOn(step -> step.proposal().subject().get(0).equals("db"))
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.judged().orElseThrow().tables())
                    .containsExactly("shop.aged notes", "shop.rest"));
  }

  @Test
  void whatTheServerCountsAsUsedStays() {
    assertThat(Proposals.of(input(fixture(), Set.of("db\nshop\nnotes")))).isEmpty();
  }

  @Test
  void ofContradictingProposalsTheOneThatSparesMoreStays() {
    CouplingFixture fixture =
        fixture()
            .transaction(
                "booking", 90, "UPDATE shop.orders SET a = 1", "UPDATE pay.bills SET a = 1")
            .transaction(
                "payment", 90, "UPDATE shop.orders SET a = 1", "UPDATE pay.bills SET a = 1")
            .run("payment", 50, "UPDATE shop.orders SET a = 1");
    ProposalInput given = input(fixture, Set.of());
    Plan plan = Sequence.of(given, Proposals.of(given), List.of());
    assertThat(plan.steps())
        .extracting(step -> step.proposal().kind())
        .containsExactly(
            ProposalKind.MERGE_SERVICES, ProposalKind.RETIRE_TABLES, ProposalKind.MERGE_SCHEMAS);
    assertThat(plan.steps()).allMatch(step -> step.judged().isPresent());
    assertThat(plan.afterAll()).isEqualTo(plan.steps().get(2).judged().orElseThrow().after());
    List<String> ruledOut = plan.steps().stream().map(PlannedStep::alternatives).findFirst().get();
    assertThat(plan.alternatives())
        .extracting(Proposal::id)
        .containsExactlyInAnyOrderElementsOf(ruledOut);
  }

  @Test
  void idsStayWhenLoadChanges() {
    List<String> little =
        Proposals.of(
                input(fixture().run("booking", 9, UPDATE).run("payment", 90, UPDATE), Set.of()))
            .stream()
            .map(Proposal::id)
            .toList();
    List<String> much =
        Proposals.of(
                input(
                    fixture()
                        .run("booking", 90, UPDATE)
                        .run("payment", 900, UPDATE)
                        .run("admin", 500, "SELECT a FROM adm.lists"),
                    Set.of()))
            .stream()
            .map(Proposal::id)
            .toList();
    assertThat(much).isEqualTo(little).isNotEmpty();
  }
}
