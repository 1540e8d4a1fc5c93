package dev.watershed.cli.command;

import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.config.ServerPlace;
import dev.watershed.cli.config.ServerRole;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.follow.StoreWindows;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.ServerSampler;
import dev.watershed.collector.server.sampling.Turns;
import dev.watershed.collector.server.slowlog.ReadTables;
import dev.watershed.collector.server.slowlog.TableFollower;
import dev.watershed.collector.server.topology.ClaimingSessions;
import dev.watershed.collector.server.topology.IdentityClaims;
import dev.watershed.collector.server.topology.RoleDomain;
import dev.watershed.workload.observation.ServerFact;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes sure that the servers asked are those that the configuration takes them for. */
final class AskedServers {

  private final CommandContext context;
  private final IdentityClaims claims = new IdentityClaims();
  private final ReadTables tables = new ReadTables();
  private final Turns turns = Turns.standard();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private AskedServers(CommandContext context) {
    this.context = context;
  }

  /**
   * Learns from the windows in place which name has counted which server, and asks all who they
   * are, so that of two names for a server that is new the first one in the configuration has it.
   * Every session claims its server again ({@link #sure}), so that no answer now is needed for
   * that.
   */
  static AskedServers of(
      CommandContext context, List<ServerAddress> addresses, StoreWindows windows)
      throws IOException {
    AskedServers asked = new AskedServers(context);
    if (!addresses.isEmpty()) {
      asked.remember(addresses.stream().map(ServerAddress::name).toList(), windows);
    }
    if (addresses.size() > 1) {
      List<Optional<ServerIdentity>> identities = ThreadEach.map(addresses, AskedServers::identity);
      for (int i = 0; i < addresses.size(); i++) {
        if (identities.get(i).isPresent()) {
          asked.claim(addresses.get(i).name(), identities.get(i).get());
        }
      }
    }
    return asked;
  }

  private void remember(List<String> names, StoreWindows windows) throws IOException {
    for (String name : windows.servers()) {
      boolean stands = names.contains(name);
      claims.remember(name, ServerSampler.counted(name, windows), stands);
      claims.remember(name, TableFollower.lastRead(name, windows).stream().toList(), stands);
      tables.remember(name, windows);
    }
  }

  private void claim(String name, ServerIdentity identity) {
    try {
      claims.claim(name, identity);
    } catch (ServerException second) {
      // Claims again, and is told, when it is sampled.
      return;
    }
  }

  private static Optional<ServerIdentity> identity(ServerAddress address) {
    List<String> tables = Domains.tables(Domains.all());
    try (ServerPool pool = new ServerPool(address, ServerLimits.standard(), tables);
        QuerySession session = pool.session()) {
      return Optional.of(session.identity());
    } catch (ServerException toldWhenItIsSampled) {
      return Optional.empty();
    }
  }

  /** Sessions of which each makes sure that the server is the one of its name, and of its role. */
  QuerySessions sure(ServerConfiguration server, QuerySessions sessions) {
    return new ClaimingSessions(
        server.name(), sessions, claims, identity -> role(server, identity));
  }

  /** What has been read of the slow logs that these servers keep in tables. */
  ReadTables tables() {
    return tables;
  }

  /** The turns that these servers share. */
  Turns turns() {
    return turns;
  }

  private void role(ServerConfiguration server, ServerIdentity identity) {
    Optional<Boolean> replica = replica(server);
    if (replica.isPresent() && replica.get() != identity.readOnly() && told.add(server.name())) {
      context.say(server.name() + ": " + RoleDomain.note(replica.get()));
    }
  }

  /** What a server is asked for. */
  static List<Domain<?, ?>> domains(ServerConfiguration server) {
    List<Domain<?, ?>> domains = new ArrayList<>(Domains.all(facts(server.place())));
    replica(server).ifPresent(replica -> domains.add(new RoleDomain(replica)));
    return domains;
  }

  private static Map<ServerFact, String> facts(ServerPlace place) {
    Map<ServerFact, String> facts = new EnumMap<>(ServerFact.class);
    place.cluster().ifPresent(cluster -> facts.put(ServerFact.CLUSTER, cluster));
    place.role().ifPresent(role -> facts.put(ServerFact.ROLE, role.key()));
    place.capacity().cpus().ifPresent(cpus -> facts.put(ServerFact.CAPACITY_CPUS, plain(cpus)));
    place
        .capacity()
        .bufferPoolGiB()
        .ifPresent(size -> facts.put(ServerFact.CAPACITY_BUFFER_POOL_GIB, plain(size)));
    return facts;
  }

  /** Without an exponent or a fraction of nothing. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static Optional<Boolean> replica(ServerConfiguration server) {
    return server.place().role().map(role -> role == ServerRole.REPLICA);
  }
}
