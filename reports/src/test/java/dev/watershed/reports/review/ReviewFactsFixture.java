package dev.watershed.reports.review;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.consolidation.plan.Sequence;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.proposal.Proposals;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.DecisionState;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.KnownFindings;
import dev.watershed.analyzer.decision.Ledger;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.NeighbourInput;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.span.DigestSeries;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.structure.StructureAnalysis;
import dev.watershed.analyzer.structure.StructureMethod;
import dev.watershed.analyzer.trend.CouplingTrend;
import dev.watershed.reports.EstimatedShop;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.LedgerView;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.ShopStore;
import dev.watershed.rules.fleet.ComparedFleet;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.TableUse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a report shows of a small fleet: the server {@code db} with the schema {@code shop}, on
 * which two services work. {@code booking} owns the orders, lacks an index for {@link #BY_MEMBER}
 * and reads {@code market}'s coupons, some of which it changes in its own transactions. Analyses
 * and rules are the real ones.
 */
public final class ReviewFactsFixture {

  /** Scans the orders. */
  public static final String BY_MEMBER = "SELECT * FROM shop.orders WHERE member_id = 1";

  /** A pattern that no index serves. */
  public static final String BY_NAME = "SELECT * FROM shop.coupons WHERE title LIKE '%x'";

  /** Reads what another service owns. */
  public static final String FOREIGN = "SELECT * FROM shop.coupons WHERE id = 1";

  private static final String BOOK = "UPDATE shop.orders SET state = 1 WHERE id = 2";
  private static final String REDEEM = "UPDATE shop.coupons SET used = 1 WHERE id = 3";
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final long MICROS = 1_000_000;
  private static final int SECONDS = 1_000;

  private boolean catalog = true;
  private boolean services = true;
  private boolean ledger = true;
  private boolean watched = true;
  private boolean estimated;
  private boolean seen = true;
  private int points = 3;
  private final Map<String, Long> reached = new HashMap<>();
  private final List<TableMaker> further = new ArrayList<>();
  private final WorkloadFixture workload = new WorkloadFixture();

  public ReviewFactsFixture() {
    fill();
  }

  private ReviewFactsFixture(boolean seen) {
    this.seen = seen;
  }

  /** Nobody read anything of any server. */
  public static ReviewFactsFixture nothingSeen() {
    return new ReviewFactsFixture(false).withoutCatalog().withoutServices().unwatched();
  }

  /** All that was seen is one window. */
  public ReviewFactsFixture oneWindow() {
    points = 1;
    return this;
  }

  private void fill() {
    workload.user("booking").at("2026-11-23T10:00:30Z").rows(10, 59_150);
    workload.statement(BY_MEMBER).run(FleetFactsFixture.times(20, 90_000));
    workload.rows(1, 1).statement(FOREIGN).run(FleetFactsFixture.times(400, 2_000));
    workload.statement(BOOK).run(FleetFactsFixture.times(100, 3_000));
    workload.statement(REDEEM).run(FleetFactsFixture.times(100, 3_000));
    Collections.nCopies(100, TransactionOutcome.COMMITTED)
        .forEach(each -> workload.transaction(each, BOOK, REDEEM));
    workload.user("market").rows(3, 8_000);
    workload.statement(BY_NAME).run(FleetFactsFixture.times(10, 40_000));
    workload.rows(1, 1).statement(REDEEM).run(FleetFactsFixture.times(50, 3_000));
    workload.user("stranger").at("2026-11-23T10:16:40Z").statement("SELECT SLEEP(1)").run(9_000);
  }

  /** Nobody read the catalog. */
  public ReviewFactsFixture withoutCatalog() {
    catalog = false;
    return this;
  }

  /** The configuration names no service: accounts stand for them. */
  public ReviewFactsFixture withoutServices() {
    services = false;
    return this;
  }

  /** The configuration names no ledger. */
  public ReviewFactsFixture withoutLedger() {
    ledger = false;
    return this;
  }

  /** Nobody counted which tables and indexes are used. */
  public ReviewFactsFixture unwatched() {
    watched = false;
    return this;
  }

  /** Rows of the orders are reached by an index. */
  public ReviewFactsFixture reached(String index, long rows) {
    reached.put(index, rows);
    return this;
  }

  /** A table more. */
  public ReviewFactsFixture table(TableMaker table) {
    further.add(table);
    return this;
  }

  /** Counters show a part of the load, and samples whose it is. */
  public ReviewFactsFixture estimated() {
    estimated = true;
    return this;
  }

  /** To which further statements can be added. */
  public WorkloadFixture workload() {
    return workload;
  }

  /** The facts. */
  public ReviewFacts build() {
    FleetFactsFixture fleet = fleet();
    FleetFacts facts = fleet.build();
    List<CoupledData> data = fleet.coupled();
    SortedMap<String, ServerLimits> limits = new TreeMap<>();
    limits.put(
        "db",
        new ServerLimits(
            OptionalDouble.of(8), OptionalDouble.of(4e9), Optional.of(new Money("JPY", 90_000))));
    ProposalInput given =
        ProposalInput.of(
            new WhatIfInput(
                facts.coupling(),
                fleet.catalogs(),
                new TreeMap<>(Map.of("booking", "reservations")),
                FleetCapacity.of(data, fleet.mapping(), limits)),
            data,
            NeighbourInput.NONE);
    List<Proposal> proposals = Proposals.of(given);
    return new ReviewFacts(
        "1.2.3",
        context(),
        span(facts),
        series(facts),
        facts,
        StructureAnalysis.of(
            facts.coupling(), fleet.catalogs(), OptionalInt.empty(), StructureMethod.standard()),
        Sequence.of(given, proposals, facts.coupling().saidNotes()),
        GateOfFixture.judge(facts, TODAY),
        List.of(),
        ledger ? Optional.of(ledger(facts, proposals)) : Optional.empty(),
        Map.of("booking", "reservations"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The facts beside those of an earlier span of the same length. */
  public ReviewFacts after(ReviewFacts earlier) {
    return after(earlier, Duration.ofSeconds(SECONDS));
  }

  /** The facts beside those of an earlier span. */
  public ReviewFacts after(ReviewFacts earlier, Duration length) {
    ReviewFacts now = build();
    Duration span = Duration.ofSeconds(SECONDS);
    ComparedFleet compared =
        ComparedFleet.of(
            SpanDiff.of(earlier.fleet().workload(), length, now.fleet().workload(), span),
            earlier.fleet().workload(),
            earlier.fleet().statements(),
            earlier.fleet().coupling().findings());
    return now.with(now.fleet().comparedWith(compared))
        .comparedWith(
            new EarlierReview(
                length,
                span,
                earlier.span(),
                earlier.fleet(),
                earlier.plan(),
                earlier.gate(),
                CouplingTrend.of(earlier.fleet().coupling(), now.fleet().coupling()),
                List.of()));
  }

  private FleetFactsFixture fleet() {
    FleetFactsFixture fleet = new FleetFactsFixture(workload);
    if (services) {
      fleet.service("booking", List.of("shop.order%"), List.of());
      fleet.service("market", List.of("shop.coupon%"), List.of());
    }
    if (watched) {
      ObservationsBuilder observed = observed();
      reached.forEach(
          (index, rows) ->
              observed
                  .indexes()
                  .add(new IndexUse.Key("shop", "orders", index), IndexUse.Figure.FETCHED, rows));
      fleet.observed(observed.build());
    }
    if (catalog) {
      tables().forEach(fleet::table);
      further.forEach(fleet::table);
    }
    return fleet;
  }

  private static List<TableMaker> tables() {
    return List.of(
        TableMaker.table("orders")
            .numbers("member_id", "state")
            .column("note", "varchar(200)")
            .key("ix_state", false, "state")
            .key("ix_state_id", false, "state", "member_id")
            .key("ix_note", false, "note")
            .distinct("PRIMARY", 59_150)
            .distinct("ix_state", 4)
            .rows(59_150, 900),
        coupons("coupons").rows(8_000, 100),
        coupons("coupons_2019").rows(7_000, 90),
        TableMaker.table("settings").column("value", "varchar(20)"),
        TableMaker.table("order_lines").numbers("order_id").foreignKey("order_id", "orders"));
  }

  private static TableMaker coupons(String name) {
    return TableMaker.table(name)
        .numbers("used", "percent_off", "minimum_amount", "stackable", "sponsor_id")
        .column("title", "varchar(80)")
        .column("campaign_code", "char(12)")
        .column("legal_text", "varchar(900)")
        .column("image_path", "varchar(200)")
        .column("redeemable_from", "date")
        .column("redeemable_until", "date");
  }

  private static ObservationsBuilder observed() {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    ServerMinutes.Key minute = new ServerMinutes.Key("uuid", START.getEpochSecond() / 60);
    observed.minutes().add(minute, ServerMinutes.Figure.SAMPLES, 1);
    observed.minutes().add(minute, ServerMinutes.Figure.SPAN_MICROS, SECONDS * MICROS);
    for (String table : List.of("orders", "coupons")) {
      observed.tables().add(new TableUse.Key("shop", table), TableUse.Figure.FETCHED, 500);
      observed.tables().add(new TableUse.Key("shop", table), TableUse.Figure.UPDATED, 100);
      observed
          .indexes()
          .add(new IndexUse.Key("shop", table, "PRIMARY"), IndexUse.Figure.FETCHED, 500);
    }
    return observed;
  }

  private static ReportContext context() {
    return ReportContext.ofStore(
        "watershed.yaml",
        List.of(new FailedSource("windows/b/x.window", "windows/b/x.window: corrupted")));
  }

  private SpanFacts span(FleetFacts facts) {
    SpanFacts shop = estimated ? EstimatedShop.facts(GroupBy.DIGEST, 10) : ShopStore.facts();
    return new SpanFacts(
        Optional.of(START),
        Optional.empty(),
        facts.workload(),
        seen ? shop.coverage() : Coverage.of(List.of()),
        facts.transactions(),
        shop.services(),
        shop.modules(),
        facts.observed());
  }

  /** Each digest in every second point. */
  private DigestSeries series(FleetFacts facts) {
    if (!seen) {
      return DigestSeries.NONE;
    }
    Map<Long, long[]> times = new HashMap<>();
    for (FleetStatement each : facts.statements()) {
      long[] values = new long[points];
      for (int point = 0; point < points; point += 2) {
        values[point] = each.figures().timeMicros() * 2 / (points + 1);
      }
      times.put(each.digest(), values);
    }
    return new DigestSeries(START, Duration.ofMinutes(15), points, times, List.of());
  }

  private static LedgerView ledger(FleetFacts facts, List<Proposal> proposals) {
    List<KnownFinding> findings = new ArrayList<>(KnownFindings.ofCoupling(facts.coupling()));
    findings.addAll(KnownFindings.ofProposals(proposals, facts.coupling()));
    findings.addAll(
        KnownFindings.ofAdvice(
            facts.data().stream().map(DataFacts::advice).toList(), facts.coupling()));
    List<Decision> decisions = new ArrayList<>();
    for (KnownFinding finding : findings.subList(0, Math.min(2, findings.size()))) {
      decisions.add(
          new Decision(
              finding.id(),
              decisions.isEmpty() ? DecisionState.ACCEPTED : DecisionState.DONE,
              Optional.of("SHOP-" + (decisions.size() + 1)),
              "reservations",
              LocalDate.of(2026, 10, 1),
              "It hurts.",
              Optional.empty()));
    }
    return new LedgerView(
        Ledger.of(decisions, findings, decision -> Optional.empty(), Optional.of(START), TODAY),
        Map.of("booking", "reservations"),
        Map.of(),
        List.of());
  }

  /** The same facts with another use of the servers. */
  public static ReviewFacts using(ReviewFacts facts, FleetUse use) {
    FleetFacts fleet = facts.fleet();
    return facts.with(
        new FleetFacts(
            fleet.workload(),
            fleet.statements(),
            fleet.data(),
            fleet.coupling(),
            fleet.transactions(),
            fleet.observed(),
            Optional.of(use),
            fleet.agreements(),
            fleet.compared(),
            fleet.change(),
            fleet.claims(),
            fleet.past(),
            fleet.errorsUncounted()));
  }
}
