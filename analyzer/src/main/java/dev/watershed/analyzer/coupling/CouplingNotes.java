package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.InputQuality;
import dev.watershed.analyzer.coupling.input.InputQuality.Amount;
import dev.watershed.analyzer.coupling.input.InputQuality.SampledServer;
import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.analyzer.ownership.Claims;
import dev.watershed.analyzer.ownership.DeclaredOwners.OwnedTwice;
import dev.watershed.analyzer.ownership.Ownership;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what is not known, what cannot be concluded, and what is wrong with the configuration. */
public final class CouplingNotes {

  private static final double DAY_SECONDS = 86_400;
  private static final double HOUR_SECONDS = 3_600;
  private static final double MINUTE_SECONDS = 60;
  private static final double YEAR_SECONDS = 396 * DAY_SECONDS;
  private static final double SHORT_DAYS = 7;
  private static final double NEARLY_ALL = 0.99;
  private static final int MOST_NAMES = 5;

  private final CouplingInput input;
  private final Ownership ownership;
  private final List<Saying> notes = new ArrayList<>();

  private CouplingNotes(CouplingInput input, Ownership ownership) {
    this.input = input;
    this.ownership = ownership;
  }

  /**
   * The notes, the gravest first.
   *
   * @param claims those that the ownership rests on
   * @param configured whether services are configured
   */
  public static List<Saying> of(
      CouplingInput input, Ownership ownership, Claims claims, boolean configured) {
    CouplingNotes all = new CouplingNotes(input, ownership);
    all.parties(configured);
    all.configuration(configured);
    claims.notes().stream().map(Saying::verbatim).forEach(all.notes::add);
    all.observation();
    all.sampled();
    all.statements();
    all.transactions();
    return all.notes;
  }

  private void parties(boolean configured) {
    if (!configured) {
      notes.add(
          Saying.of(
              "coupling-note.accounts",
              "no services are configured, so that each account counts as a service; whether"
                  + " several accounts are one service, or one account several, is not known"));
    }
    double[] micros = new double[input.parties().size()];
    double all = 0;
    for (int row = 0; row < input.touches().size(); row++) {
      micros[input.touches().party(row)] += input.touches().timeMicros(row);
      all += input.touches().timeMicros(row);
    }
    for (int party = 0; party < micros.length && all > 0; party++) {
      boolean service = input.parties().isService(party);
      Saying share = ContestedTables.percent(micros[party] / all);
      if (service && micros[party] >= NEARLY_ALL * all) {
        notes.add(
            Saying.of(
                "coupling-note.alone",
                "{0} of the time is of {1}: who shares tables with whom cannot be told. Modules of"
                    + " one program are told apart by comment tags (services[].modules)",
                share,
                input.parties().name(party)));
      } else if (!service && micros[party] > 0) {
        notes.add(rest(share, party));
      }
    }
  }

  private Saying rest(Saying share, int party) {
    String name = input.parties().name(party);
    return party == input.parties().unseen()
        ? Saying.of(
            "coupling-note.unseen",
            "{0} of the time is {1}: no sample shows whose these statements are",
            share,
            name)
        : Saying.of(
            "coupling-note.unclaimed",
            "{0} of the time is {1}: what it writes counts in shares, and makes nobody an owner",
            share,
            name);
  }

  private void configuration(boolean configured) {
    if (configured && !ownership.anyDeclared()) {
      notes.add(
          Saying.of(
              "coupling-note.no-owns",
              "no service declares owns: all owners are proposed by who writes, and nothing that"
                  + " rests on them gates; 'watershed owners --propose' drafts owns"));
    }
    if (ownership.anyDeclared() && !ownership.contracts().any()) {
      notes.add(
          Saying.of(
              "coupling-note.no-reads",
              "no service declares reads: every read of another's table is outside a contract"));
    }
    ownedTwice();
    if (input.quality().withoutCatalog().isEmpty()) {
      withoutTables(ownership.declared().withoutTables());
      ownership
          .contracts()
          .withoutTables()
          .forEach(
              claim ->
                  notes.add(
                      Saying.of(
                          "coupling-note.fits-reads", "no table fits reads {0}", claim(claim))));
    }
    ofSeveral();
  }

  /** Names that the same sets of data have are told together. */
  private void ofSeveral() {
    Map<List<String>, List<String>> names = new LinkedHashMap<>();
    input
        .tables()
        .namesOfSeveral()
        .forEach((name, sets) -> names.computeIfAbsent(sets, any -> new ArrayList<>()).add(name));
    names.forEach(
        (sets, same) ->
            notes.add(
                Saying.of(
                    "coupling-note.several",
                    same.size() == 1
                        ? "{0} is on {1}: they are taken as different tables; a pattern means all"
                            + " of them"
                        : "{0} are on {1}: they are taken as different tables; a pattern means all"
                            + " of them",
                    Saying.some(same, MOST_NAMES),
                    sets)));
  }

  /** Tables that the same claims dispute are told together. */
  private void ownedTwice() {
    Map<List<Claim>, List<OwnedTwice>> disputes = new LinkedHashMap<>();
    for (OwnedTwice twice : ownership.declared().ownedTwice()) {
      disputes.computeIfAbsent(twice.claims(), any -> new ArrayList<>()).add(twice);
    }
    disputes.forEach(
        (claims, tables) -> {
          String first = input.tables().label(tables.get(0).table());
          notes.add(
              Saying.of(
                  "coupling-note.twice",
                  "{0}, so by nobody: {1}{2}",
                  tables.size() == 1
                      ? Saying.of("coupling-note.one-twice", "{0} is owned twice", first)
                      : Saying.of(
                          "coupling-note.some-twice",
                          "{0} tables, such as {1}, are owned twice",
                          tables.size(),
                          first),
                  claims.stream().map(CouplingNotes::claim).toList(),
                  tables.get(0).betweenSources()
                      ? Saying.of("coupling-note.agree", "; these sources have to agree")
                      : Saying.of("coupling-note.longer", "; a longer pattern would decide")));
        });
  }

  /** Those of the configuration one by one; files of others may hold many that are outdated. */
  private void withoutTables(List<Claim> claims) {
    claims.stream()
        .filter(claim -> claim.source().isEmpty())
        .forEach(
            claim ->
                notes.add(
                    Saying.of("coupling-note.fits-owns", "no table fits owns {0}", claim(claim))));
    for (ClaimSource.Kind kind : ClaimSource.Kind.values()) {
      List<Claim> own =
          claims.stream().filter(each -> each.kind().filter(kind::equals).isPresent()).toList();
      if (!own.isEmpty()) {
        Saying fits =
            Saying.of(
                "coupling-note.fits",
                "no table fits {0}",
                own.stream().limit(MOST_NAMES).map(CouplingNotes::claim).toList());
        notes.add(
            own.size() > MOST_NAMES
                ? Saying.of(
                    "coupling-note.fits-more",
                    "{0} and {1} more of {2}",
                    fits,
                    own.size() - MOST_NAMES,
                    kind.key())
                : fits);
      }
    }
  }

  private static Saying claim(Claim claim) {
    return Saying.of(
        "coupling-note.claim",
        "{0} of {1}{2}",
        claim.pattern().text(),
        claim.owner(),
        claim.source().map(from -> " (" + from.place() + ")").orElse(""));
  }

  private void observation() {
    double seconds = input.longestSeconds();
    if (seconds < SHORT_DAYS * DAY_SECONDS) {
      notes.add(
          Saying.of(
              "coupling-note.short",
              "observed for {0}: what runs weekly, monthly or yearly may be missing, and a service"
                  + " that was not seen to use a table may do so",
              span(seconds)));
    } else if (seconds < YEAR_SECONDS) {
      notes.add(
          Saying.of(
              "coupling-note.rare",
              "observed for {0}: what runs less often may be missing",
              span(seconds)));
    }
    List<String> withThreshold = input.quality().withThreshold();
    if (!withThreshold.isEmpty()) {
      notes.add(
          Saying.of(
              "coupling-note.threshold",
              "fast statements are missing on {0} (long_query_time): calls, shares and owners are"
                  + " of slow statements only",
              withThreshold));
    }
    List<String> withoutCatalog = input.quality().withoutCatalog();
    if (!withoutCatalog.isEmpty()) {
      notes.add(
          Saying.of(
              "coupling-note.no-catalog",
              "no catalog of {0}: tables without traffic, views, triggers and cascades are not"
                  + " known there",
              withoutCatalog));
    }
  }

  private static Saying span(double seconds) {
    if (seconds >= 2 * DAY_SECONDS) {
      return Saying.count("days", Math.round(seconds / DAY_SECONDS), "day", "days");
    }
    return seconds >= 2 * HOUR_SECONDS
        ? Saying.count("hours", Math.round(seconds / HOUR_SECONDS), "hour", "hours")
        : Saying.count(
            "minutes", Math.round(Math.max(1, seconds / MINUTE_SECONDS)), "minute", "minutes");
  }

  private void sampled() {
    for (SampledServer server : input.quality().sampled()) {
      notes.add(
          server.samples() == 0
              ? Saying.of(
                  "coupling-note.unsampled",
                  "{0} shows counters, which do not say whose statements are: without any sample of"
                      + " running statements, none of its load has a service",
                  server.server())
              : Saying.of(
                  "coupling-note.sampled",
                  "{0} shows counters, which do not say whose statements are: shares are estimated"
                      + " by {1} samples; {2} of its time was never seen running",
                  server.server(),
                  String.format(Locale.ROOT, "%,d", server.samples()),
                  ContestedTables.percent(
                      server.totalMicros() == 0
                          ? 0
                          : server.unseenMicros() / server.totalMicros())));
    }
  }

  private void statements() {
    InputQuality quality = input.quality();
    amount(
        quality.partial(),
        Saying.of(
            "coupling-note.partial", "were read in part: their tables are those of their words"));
    amount(
        quality.unknownSchema(),
        Saying.of(
            "coupling-note.unknown-schema",
            "name a table whose schema is not known: that use is left out"));
    amount(
        quality.missingTable(),
        Saying.of("coupling-note.missing-table", "name a table that the catalog does not have"));
    if (quality.lumped().calls() > 0) {
      notes.add(
          Saying.of(
              "coupling-note.lumped",
              "{0} calls are of statements whose text is not kept: their tables are not known",
              String.format(Locale.ROOT, "%,.0f", quality.lumped().calls())));
    }
    List<String> unfollowed = quality.unfollowed();
    if (!unfollowed.isEmpty()) {
      Saying first = Saying.joined(Joint.SEMICOLON, unfollowed.stream().limit(MOST_NAMES).toList());
      notes.add(
          unfollowed.size() > MOST_NAMES
              ? Saying.of(
                  "coupling-note.unfollowed-more",
                  "not followed: {0}; and {1} more",
                  first,
                  unfollowed.size() - MOST_NAMES)
              : Saying.of("coupling-note.unfollowed", "not followed: {0}", first));
    }
  }

  private void amount(Amount amount, Saying what) {
    if (amount.statements() > 0) {
      notes.add(
          Saying.of(
              "coupling-note.amount",
              "{0} statements, {1} calls, {2}",
              String.format(Locale.ROOT, "%,d", amount.statements()),
              String.format(Locale.ROOT, "%,.0f", amount.calls()),
              what));
    }
  }

  private void transactions() {
    InputQuality.TransactionQuality told = input.quality().transactions();
    if (!told.silent().isEmpty()) {
      notes.add(
          Saying.of(
              "coupling-note.silent",
              "transactions cannot be told on {0}: whether writes belong together is not known"
                  + " there",
              told.silent()));
    }
    if (told.partial() + told.lumped() > 0) {
      notes.add(
          Saying.of(
              "coupling-note.transactions",
              "{0} transactions did more than is known, and the tables of {1} are not known at all",
              String.format(Locale.ROOT, "%,d", told.partial()),
              String.format(Locale.ROOT, "%,d", told.lumped())));
    }
    if (input.lockConflicts().isEmpty()) {
      notes.add(
          Saying.of(
              "coupling-note.no-locks",
              "no lock wait was sampled: without 'collect' beside the server none can be"));
    }
  }
}
