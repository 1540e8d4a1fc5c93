package dev.watershed.collector.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.counter.CounterDifference;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Origin;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.AccountUse.Figure;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsDomainTest {

  private static final SampleSpan SPAN = new SampleSpan(Instant.EPOCH, Instant.EPOCH);
  private static final String SELECT = "statement/sql/select";

  private final AccountsDomain domain = new AccountsDomain(24);

  @Test
  void clientsOfOneNetworkCountTogether() {
    ObservationsBuilder observations = new ObservationsBuilder(ObservationBounds.standard());
    CounterTable<Account> now =
        table(row("10.0.0.7", 3, 30, 4), row("10.0.0.8", 2, 20, 1), row("10.0.1.7", 1, 10, 0));

    domain.observe(domain.difference(domain.beginning(), now), SPAN, observations);

    ObservationTable<AccountUse.Key, Figure> accounts = observations.build().accounts();
    assertThat(accounts.size()).isEqualTo(2);
    int row =
        accounts.rowOf(new AccountUse.Key(new Origin("booking", "10.0.0.0/24", List.of()), SELECT));
    assertThat(accounts.value(row, Figure.CALLS)).isEqualTo(5);
    assertThat(accounts.value(row, Figure.TIME_MICROS)).isEqualTo(50);
    assertThat(accounts.value(row, Figure.LOCK_TIME_MICROS)).isEqualTo(5);
  }

  /** The server counts picoseconds in 64 bits: such a sum of times ends after 213 days. */
  @Test
  void anAccountWhoseTimesBeganAtNothingAgainWasNotSetBack() {
    CounterDifference<Account> difference =
        domain.difference(
            table(row("10.0.0.7", 1_000_000, 18_446_744_073_000L, 18_446_744_073_700L)),
            table(row("10.0.0.7", 1_000_002, 291, 1)));

    assertThat(difference.resets()).isZero();
    assertThat(difference.rows().values())
        .singleElement()
        .satisfies(figures -> assertThat(figures).containsExactly(2, 0, 1_000, 10, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"3, 5, 0", "3, 2, 1"})
  void countersThatWereSetBackAreSaid(long before, long now, long expected) {
    WorkloadBuilder window = new WorkloadBuilder(WorkloadBounds.standard());

    domain.contribute(
        domain.difference(
            table(row("10.0.0.7", before, 30, 4), row("10.0.0.8", 2, 20, 1)),
            table(row("10.0.0.7", now, 31, 4), row("10.0.0.8", 2, 20, 1))),
        SPAN,
        window);

    assertThat(resets(window)).isEqualTo(expected);
  }

  @Test
  void anAccountThatIsGoneWasSetBack() {
    WorkloadBuilder window = new WorkloadBuilder(WorkloadBounds.standard());

    domain.contribute(
        domain.difference(table(row("10.0.0.7", 3, 30, 4)), domain.beginning()), SPAN, window);

    assertThat(resets(window)).isOne();
  }

  private static long resets(WorkloadBuilder window) {
    return window
        .build(List.of(new SourceFile("s", 0, 0, 0)), OptionalDouble.of(0), sample -> "")
        .quality()
        .count(IssueReason.COUNTERS_RESET);
  }

  private record Row(String host, long[] counters) {}

  private static Row row(String host, long calls, long timeMicros, long lockTimeMicros) {
    return new Row(host, new long[] {calls, 0, timeMicros, lockTimeMicros, 0, 0, 0});
  }

  private static CounterTable<Account> table(Row... rows) {
    CounterTable.Builder<Account> table =
        new CounterTable.Builder<>(AccountsQuery.WIDTH, AccountsDomain.KEYS);
    for (Row row : rows) {
      table.add(new Account("booking", row.host(), SELECT), row.counters());
    }
    return table.build();
  }
}
