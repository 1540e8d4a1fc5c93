package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What is known about a capture, as {@code truth.json} says it.
 *
 * @param seed of the plan
 * @param startedAt when its first client could begin
 * @param planned how long it was to run: phases are shares of that
 * @param servers where it ran
 * @param services who sent something
 * @param cases what is planted
 * @param load what was sent
 */
public record Truth(
    long seed,
    Instant startedAt,
    Duration planned,
    List<Server> servers,
    List<Sender> services,
    List<Case> cases,
    List<Load> load) {

  public Truth {
    servers = List.copyOf(servers);
    services = List.copyOf(services);
    cases = List.copyOf(cases);
    load = List.copyOf(load);
    for (Load each : load) {
      if (services.stream().noneMatch(service -> service.name().equals(each.service()))) {
        throw new IllegalArgumentException("load of an unknown service: " + each.service());
      }
    }
  }

  /**
   * A server.
   *
   * @param name its name
   * @param slowLog the name of its log
   * @param tables how many it has
   */
  public record Server(String name, String slowLog, int tables) {
    public Server {
      require(!name.isEmpty() && !slowLog.isEmpty() && tables > 0, "server " + name);
    }
  }

  /**
   * A service, or somebody whom the configuration does not name.
   *
   * @param name its name
   * @param attributed whether the configuration names it
   * @param account with which it connects
   * @param server where its schema is
   */
  public record Sender(String name, boolean attributed, String account, String server) {
    public Sender {
      require(!name.isEmpty() && !account.isEmpty() && !server.isEmpty(), "service " + name);
    }
  }

  /**
   * A planted case, or a trap.
   *
   * @param id unique
   * @param kind what it is, or what a trap looks like
   * @param trap whether it must not be claimed
   * @param tables where it is
   * @param index in question, of the first table
   * @param columns in question
   * @param services that show it
   * @param digests that show it
   */
  public record Case(
      String id,
      ProblemKind kind,
      boolean trap,
      List<String> tables,
      Optional<String> index,
      List<String> columns,
      List<String> services,
      List<Long> digests) {
    public Case {
      tables = List.copyOf(tables);
      columns = List.copyOf(columns);
      services = List.copyOf(services);
      digests = List.copyOf(digests);
      require(!id.isEmpty() && !tables.isEmpty(), "case " + id);
    }
  }

  /**
   * What a service sent of a statement.
   *
   * @param service its name
   * @param module of the service; empty where it has none
   * @param digest of the statement
   * @param calls how many were sent
   * @param errors how many of them failed
   * @param clientTimeMicros how long they took by the clients' clocks
   */
  public record Load(
      String service, String module, long digest, long calls, long errors, long clientTimeMicros) {
    public Load {
      require(
          calls > 0 && errors >= 0 && errors <= calls && clientTimeMicros >= 0,
          "load of " + service + ", " + Fingerprints.idOf(digest));
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("the truth about " + what + " cannot be");
    }
  }

  /** The service of a name. */
  public Sender service(String name) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no service " + name));
  }
}
