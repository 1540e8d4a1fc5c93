package dev.watershed.reports;

import dev.watershed.analyzer.attribution.AccountCheck;
import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.ArrayList;
import java.util.List;

/** What an estimated load rests on, one sentence or two each. */
public final class EstimateNotes {

  private static final int MOST_ACCOUNTS = 5;

  private EstimateNotes() {}

  /** The notes of a load; none where all of it is exact. */
  public static List<String> of(FleetLoad load) {
    return Saying.texts(said(load));
  }

  /** The same for every language. */
  public static List<Saying> said(FleetLoad load) {
    List<Saying> notes = new ArrayList<>();
    if (!load.estimated()) {
      return notes;
    }
    notes.add(
        Saying.of(
            "estimate.counters",
            "Estimated from counters: {0}.",
            Saying.of("estimate.estimator", FleetLoad.ESTIMATOR)));
    for (ServerEstimate server : load.servers()) {
      notes.add(
          Saying.of(
              "estimate.server",
              "{0}: {1}",
              VisibleText.of(server.server()),
              server.sampled() ? seen(server) : unseen(server)));
      accounts(server, notes);
    }
    return notes;
  }

  private static Saying unseen(ServerEstimate server) {
    return Saying.of(
        "estimate.unseen",
        "{0} counted, of which no running statement was seen: in none of the services."
            + " 'collect --every' looks at running statements.",
        Units.micros(server.services().totalMicros()));
  }

  private static Saying seen(ServerEstimate server) {
    long unsampled = server.services().unsampledMicros();
    long open = server.services().openMicros();
    return Saying.of(
        "estimate.seen",
        "{0} stand for {1} of {2} counted. {3} is of statements never seen running{4}{5}",
        Saying.of(
            "samples",
            server.samples() == 1 ? "{0} sample" : "{0} samples",
            Units.grouped(server.samples())),
        Units.micros(server.sampledMicros()),
        Units.micros(server.services().totalMicros()),
        Units.micros(unsampled),
        unsampled > open
            ? Saying.of("estimate.shared", "; it is shared like the other rare ones")
            : Saying.nothing(),
        open > 0
            ? Saying.of(
                "estimate.open",
                "; {0} may be anybody's, and is in every upper end.",
                Units.micros(open))
            : Saying.of("estimate.end", "."));
  }

  private static void accounts(ServerEstimate server, List<Saying> notes) {
    if (server.accounts().isEmpty()) {
      return;
    }
    List<AccountCheck> outside =
        server.accounts().stream().filter(account -> !account.agrees()).toList();
    int accounts = server.accounts().size();
    Saying check =
        Saying.of(
            "estimate.accounts",
            accounts == 1
                ? "{0}: the counters per account lie in the intervals for {1} of {2} account"
                : "{0}: the counters per account lie in the intervals for {1} of {2} accounts",
            VisibleText.of(server.server()),
            server.agreeing(),
            Units.grouped(accounts));
    if (outside.isEmpty()) {
      notes.add(Saying.of("estimate.all", "{0}.", check));
      return;
    }
    Saying named =
        Saying.joined(
            Joint.SEMICOLON,
            ServiceNames.limited(outside, MOST_ACCOUNTS).stream()
                .map(EstimateNotes::described)
                .toList());
    int more = outside.size() - Math.min(MOST_ACCOUNTS, outside.size());
    notes.add(
        more > 0
            ? Saying.of(
                "estimate.outside-more",
                "{0} (by chance one in 20 does not). Outside: {1}; and {2} more.",
                check,
                named,
                more)
            : Saying.of(
                "estimate.outside",
                "{0} (by chance one in 20 does not). Outside: {1}.",
                check,
                named));
  }

  private static Saying described(AccountCheck account) {
    Interval share = account.sampledShare();
    return Saying.of(
        "estimate.account",
        "{0} counted {1}, sampled {2} to {3}",
        VisibleText.of(account.user())
            + (account.services().isEmpty()
                ? ""
                : " (" + VisibleText.of(String.join(", ", account.services())) + ")"),
        Units.percent(account.countedShare()),
        Units.percent(share.low()),
        Units.percent(share.high()));
  }
}
