package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.doctor.ServerFacts.InstrumentsOff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Asks a server for the facts, and has them checked. It changes nothing. */
public final class Examination {

  private Examination() {}

  /** The tables whose columns the server has to be asked for: those of a catalog. */
  public static List<String> tables() {
    return LiveCatalog.tables();
  }

  /**
   * What the server lacks.
   *
   * @param now what this machine's clock showed when the session began
   * @param slowLogInTable whether its slow log is to be read from the table
   * @throws ServerException if the server cannot be asked
   */
  public static List<Complaint> of(ServerQueries server, Instant now, boolean slowLogInTable)
      throws ServerException {
    ServerFacts facts = facts(server, now, slowLogInTable);
    return Checks.all().stream().flatMap(check -> check.complaints(facts).stream()).toList();
  }

  private static ServerFacts facts(ServerQueries server, Instant now, boolean slowLogInTable)
      throws ServerException {
    Settings settings = server.ask(FactQueries.settings(server.identity().product()));
    boolean counts = !settings.isOff(Setting.PERFORMANCE_SCHEMA);
    int digestLength = DigestLengthCheck.length(settings);
    boolean readable = readsPerformanceSchema(server, digestLength);
    boolean asked = counts && readable;
    return new ServerFacts(
        server.identity(),
        LiveCatalog.account(server),
        LiveCatalog.grants(server),
        settings,
        readable,
        asked ? server.ask(FactQueries.consumersOff()) : List.of(),
        asked ? instrumentsOff(server) : List.of(),
        asked
            ? OptionalLong.of(server.ask(FactQueries.cutDigests(digestLength)))
            : OptionalLong.empty(),
        server.ask(FactQueries.encrypted()),
        Duration.between(now, server.serverTime()),
        slowLogInTable);
  }

  /** Grants may come in many ways; whether they do is tried. */
  private static boolean readsPerformanceSchema(ServerQueries server, int digestLength)
      throws ServerException {
    try {
      server.ask(FactQueries.consumersOff());
      server.ask(FactQueries.cutDigests(digestLength));
      return true;
    } catch (ServerException e) {
      if (e.problem() == ServerProblem.MISSING_GRANT) {
        return false;
      }
      throw e;
    }
  }

  private static List<InstrumentsOff> instrumentsOff(ServerQueries server) throws ServerException {
    List<InstrumentsOff> off = new ArrayList<>();
    for (String kind : InstrumentCheck.kinds()) {
      off.add(new InstrumentsOff(kind, server.ask(FactQueries.instrumentsOff(kind))));
    }
    return off;
  }
}
