package dev.watershed.reports;

import dev.watershed.analyzer.attribution.AccountCheck;
import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.analyzer.attribution.ServerEstimate;
import java.util.ArrayList;
import java.util.List;

/** What an estimated load rests on, one sentence or two each. */
public final class EstimateNotes {

  private static final int MOST_ACCOUNTS = 5;

  private EstimateNotes() {}

  /** The notes of a load; none where all of it is exact. */
  public static List<String> of(FleetLoad load) {
    List<String> notes = new ArrayList<>();
    if (!load.estimated()) {
      return notes;
    }
    notes.add("Estimated from counters: " + FleetLoad.ESTIMATOR + ".");
    for (ServerEstimate server : load.servers()) {
      notes.add(
          VisibleText.of(server.server())
              + ": "
              + (server.sampled() ? seen(server) : unseen(server)));
      accounts(server, notes);
    }
    return notes;
  }

  private static String unseen(ServerEstimate server) {
    return Units.micros(server.services().totalMicros())
        + " counted, of which no running statement was seen: in none of the services."
        + " 'collect --every' looks at running statements.";
  }

  private static String seen(ServerEstimate server) {
    long unsampled = server.services().unsampledMicros();
    long open = server.services().openMicros();
    return Units.counted(server.samples(), "sample")
        + " stand for "
        + Units.micros(server.sampledMicros())
        + " of "
        + Units.micros(server.services().totalMicros())
        + " counted. "
        + Units.micros(unsampled)
        + " is of statements never seen running"
        + (unsampled > open ? "; it is shared like the other rare ones" : "")
        + (open > 0
            ? "; " + Units.micros(open) + " may be anybody's, and is in every upper end."
            : ".");
  }

  private static void accounts(ServerEstimate server, List<String> notes) {
    if (server.accounts().isEmpty()) {
      return;
    }
    List<AccountCheck> outside =
        server.accounts().stream().filter(account -> !account.agrees()).toList();
    StringBuilder note = new StringBuilder(VisibleText.of(server.server()));
    note.append(": the counters per account lie in the intervals for ")
        .append(server.agreeing())
        .append(" of ")
        .append(Units.counted(server.accounts().size(), "account"));
    if (outside.isEmpty()) {
      notes.add(note.append('.').toString());
      return;
    }
    note.append(" (by chance one in 20 does not). Outside:");
    String separator = " ";
    for (AccountCheck account : ServiceNames.limited(outside, MOST_ACCOUNTS)) {
      note.append(separator).append(described(account));
      separator = "; ";
    }
    int more = outside.size() - Math.min(MOST_ACCOUNTS, outside.size());
    notes.add(note.append(more > 0 ? "; and " + more + " more." : ".").toString());
  }

  private static String described(AccountCheck account) {
    Interval share = account.sampledShare();
    return VisibleText.of(account.user())
        + (account.services().isEmpty()
            ? ""
            : " (" + VisibleText.of(String.join(", ", account.services())) + ")")
        + " counted "
        + Units.percent(account.countedShare())
        + ", sampled "
        + Units.percent(share.low())
        + " to "
        + Units.percent(share.high());
  }
}
