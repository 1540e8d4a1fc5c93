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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
  private final List<String> notes = new ArrayList<>();

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
  public static List<String> of(
      CouplingInput input, Ownership ownership, Claims claims, boolean configured) {
    CouplingNotes all = new CouplingNotes(input, ownership);
    all.parties(configured);
    all.configuration(configured);
    all.notes.addAll(claims.notes());
    all.observation();
    all.sampled();
    all.statements();
    all.transactions();
    return all.notes;
  }

  private void parties(boolean configured) {
    if (!configured) {
      notes.add(
          "no services are configured, so that each account counts as a service;"
              + " whether several accounts are one service, or one account several, is not known");
    }
    double[] micros = new double[input.parties().size()];
    double all = 0;
    for (int row = 0; row < input.touches().size(); row++) {
      micros[input.touches().party(row)] += input.touches().timeMicros(row);
      all += input.touches().timeMicros(row);
    }
    for (int party = 0; party < micros.length && all > 0; party++) {
      boolean service = input.parties().isService(party);
      String share = ContestedTables.percent(micros[party] / all);
      if (service && micros[party] >= NEARLY_ALL * all) {
        notes.add(
            share
                + " of the time is of "
                + input.parties().name(party)
                + ": who shares tables with whom cannot be told."
                + " Modules of one program are told apart by comment tags (services[].modules)");
      } else if (!service && micros[party] > 0) {
        notes.add(share + " of the time is " + input.parties().name(party) + rest(party));
      }
    }
  }

  private String rest(int party) {
    return party == input.parties().unseen()
        ? ": no sample shows whose these statements are"
        : ": what it writes counts in shares, and makes nobody an owner";
  }

  private void configuration(boolean configured) {
    if (configured && !ownership.anyDeclared()) {
      notes.add(
          "no service declares owns: all owners are proposed by who writes, and nothing that rests"
              + " on them gates; 'watershed owners --propose' drafts owns");
    }
    if (ownership.anyDeclared() && !ownership.contracts().any()) {
      notes.add("no service declares reads: every read of another's table is outside a contract");
    }
    ownedTwice();
    if (input.quality().withoutCatalog().isEmpty()) {
      withoutTables(ownership.declared().withoutTables());
      ownership
          .contracts()
          .withoutTables()
          .forEach(claim -> notes.add("no table fits reads " + claim(claim)));
    }
    input
        .tables()
        .namesOfSeveral()
        .forEach(
            (name, sets) ->
                notes.add(
                    name
                        + " is on "
                        + String.join(", ", sets)
                        + ": they are taken as different tables; a pattern means all of them"));
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
              (tables.size() == 1
                      ? first + " is owned twice"
                      : tables.size() + " tables, such as " + first + ", are owned twice")
                  + ", so by nobody: "
                  + claims.stream().map(CouplingNotes::claim).collect(Collectors.joining(", "))
                  + (tables.get(0).betweenSources()
                      ? "; these sources have to agree"
                      : "; a longer pattern would decide"));
        });
  }

  /** Those of the configuration one by one; files of others may hold many that are outdated. */
  private void withoutTables(List<Claim> claims) {
    claims.stream()
        .filter(claim -> claim.source().isEmpty())
        .forEach(claim -> notes.add("no table fits owns " + claim(claim)));
    for (ClaimSource.Kind kind : ClaimSource.Kind.values()) {
      List<Claim> own =
          claims.stream().filter(each -> each.kind().filter(kind::equals).isPresent()).toList();
      if (!own.isEmpty()) {
        notes.add(
            "no table fits "
                + own.stream()
                    .limit(MOST_NAMES)
                    .map(CouplingNotes::claim)
                    .collect(Collectors.joining(", "))
                + (own.size() > MOST_NAMES
                    ? " and " + (own.size() - MOST_NAMES) + " more of " + kind.key()
                    : ""));
      }
    }
  }

  private static String claim(Claim claim) {
    return claim.pattern().text()
        + " of "
        + claim.owner()
        + claim.source().map(from -> " (" + from.place() + ")").orElse("");
  }

  private void observation() {
    double seconds = input.longestSeconds();
    if (seconds < SHORT_DAYS * DAY_SECONDS) {
      notes.add(
          "observed for "
              + span(seconds)
              + ": what runs weekly, monthly or yearly may be missing, and a service that was not"
              + " seen to use a table may do so");
    } else if (seconds < YEAR_SECONDS) {
      notes.add("observed for " + span(seconds) + ": what runs less often may be missing");
    }
    List<String> withThreshold = input.quality().withThreshold();
    if (!withThreshold.isEmpty()) {
      notes.add(
          "fast statements are missing on "
              + String.join(", ", withThreshold)
              + " (long_query_time): calls, shares and owners are of slow statements only");
    }
    List<String> withoutCatalog = input.quality().withoutCatalog();
    if (!withoutCatalog.isEmpty()) {
      notes.add(
          "no catalog of "
              + String.join(", ", withoutCatalog)
              + ": tables without traffic, views, triggers and cascades are not known there");
    }
  }

  private static String span(double seconds) {
    if (seconds >= 2 * DAY_SECONDS) {
      return counted(seconds / DAY_SECONDS, "day");
    }
    return seconds >= 2 * HOUR_SECONDS
        ? counted(seconds / HOUR_SECONDS, "hour")
        : counted(Math.max(1, seconds / MINUTE_SECONDS), "minute");
  }

  private static String counted(double number, String noun) {
    long rounded = Math.round(number);
    return rounded + " " + noun + (rounded == 1 ? "" : "s");
  }

  private void sampled() {
    for (SampledServer server : input.quality().sampled()) {
      notes.add(
          server.server()
              + " shows counters, which do not say whose statements are: "
              + (server.samples() == 0
                  ? "without any sample of running statements, none of its load has a service"
                  : String.format(
                      Locale.ROOT,
                      "shares are estimated by %,d samples; %s of its time was never seen running",
                      server.samples(),
                      ContestedTables.percent(
                          server.totalMicros() == 0
                              ? 0
                              : server.unseenMicros() / server.totalMicros()))));
    }
  }

  private void statements() {
    InputQuality quality = input.quality();
    amount(quality.partial(), "were read in part: their tables are those of their words");
    amount(quality.unknownSchema(), "name a table whose schema is not known: that use is left out");
    amount(quality.missingTable(), "name a table that the catalog does not have");
    if (quality.lumped().calls() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,.0f calls are of statements whose text is not kept: their tables are not known",
              quality.lumped().calls()));
    }
    List<String> unfollowed = quality.unfollowed();
    if (!unfollowed.isEmpty()) {
      notes.add(
          "not followed: "
              + unfollowed.stream().limit(MOST_NAMES).collect(Collectors.joining("; "))
              + (unfollowed.size() > MOST_NAMES
                  ? "; and " + (unfollowed.size() - MOST_NAMES) + " more"
                  : ""));
    }
  }

  private void amount(Amount amount, String what) {
    if (amount.statements() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d statements, %,.0f calls, %s",
              amount.statements(),
              amount.calls(),
              what));
    }
  }

  private void transactions() {
    InputQuality.TransactionQuality told = input.quality().transactions();
    if (!told.silent().isEmpty()) {
      notes.add(
          "transactions cannot be told on "
              + String.join(", ", told.silent())
              + ": whether writes belong together is not known there");
    }
    if (told.partial() + told.lumped() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d transactions did more than is known, and the tables of %,d are not known at all",
              told.partial(),
              told.lumped()));
    }
    if (input.lockConflicts().isEmpty()) {
      notes.add("no lock wait was sampled: without 'collect' beside the server none can be");
    }
  }
}
