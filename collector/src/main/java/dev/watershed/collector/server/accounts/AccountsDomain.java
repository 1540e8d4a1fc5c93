package dev.watershed.collector.server.accounts;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.origin.ClientNetwork;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.counter.CounterDifference;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Origin;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What accounts execute. The counters are kept as the server has them, per client host, and come
 * together by network only when they are added to a window.
 */
public final class AccountsDomain
    implements Domain<CounterTable<Account>, CounterDifference<Account>> {

  private static final int VERSION = 1;

  static final CounterTable.KeyCodec<Account> KEYS =
      new CounterTable.KeyCodec<>() {
        @Override
        public void write(Account key, ByteWriter bytes) {
          bytes.text(key.user()).text(key.host()).text(key.event());
        }

        @Override
        public Account read(ByteReader bytes) throws DamagedBytesException {
          return new Account(bytes.text(), bytes.text(), bytes.text());
        }
      };

  private final int ipv4NetworkBits;

  /**
   * @param ipv4NetworkBits clients count by their network of so many bits
   */
  public AccountsDomain(int ipv4NetworkBits) {
    this.ipv4NetworkBits = ipv4NetworkBits;
  }

  @Override
  public String name() {
    return "accounts";
  }

  @Override
  public List<String> tables() {
    return List.of(AccountsQuery.TABLE);
  }

  @Override
  public List<Question> questions() {
    return List.of(AccountsQuery.QUESTION);
  }

  @Override
  public CounterTable<Account> sample(
      ServerQueries server, Optional<CounterTable<Account>> previous) throws ServerException {
    if (!server.columns().has(AccountsQuery.TABLE)) {
      throw new ServerException(
          ServerProblem.MISSING_GRANT,
          "the counters of accounts are not shown; GRANT SELECT ON performance_schema.* to the"
              + " account, and start MariaDB with performance_schema=ON");
    }
    return server.ask(AccountsQuery.counters());
  }

  @Override
  public CounterTable<Account> beginning() {
    return CounterTable.empty(AccountsQuery.WIDTH);
  }

  @Override
  public CounterDifference<Account> difference(
      CounterTable<Account> previous, CounterTable<Account> current) {
    return current.since(previous, AccountsQuery::isTime);
  }

  @Override
  public void contribute(
      CounterDifference<Account> difference, SampleSpan span, WorkloadBuilder window) {
    if (difference.lost() > 0) {
      window.issue(IssueReason.COUNTERS_RESET, difference.lost(), 0, 0);
    }
  }

  @Override
  public void observe(
      CounterDifference<Account> difference, SampleSpan span, ObservationsBuilder observations) {
    difference
        .rows()
        .forEach(
            (account, counters) -> {
              String host = ClientNetwork.of(account.host(), ipv4NetworkBits);
              Origin origin = new Origin(account.user(), host, List.of());
              observations.accounts().add(new AccountUse.Key(origin, account.event()), counters);
            });
  }

  @Override
  public void encode(CounterTable<Account> sample, ByteWriter bytes) {
    bytes.number(VERSION);
    sample.encode(bytes);
  }

  @Override
  public CounterTable<Account> decode(ByteReader bytes) throws DamagedBytesException {
    long version = bytes.number();
    if (version != VERSION) {
      throw new DamagedBytesException("a sample of version " + version + ", not " + VERSION);
    }
    return CounterTable.decode(bytes, KEYS, AccountsQuery.WIDTH);
  }
}
