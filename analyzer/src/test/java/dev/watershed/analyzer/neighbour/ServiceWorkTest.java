package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.ServiceMapping;
import java.time.Instant;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceWorkTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final int QUIET = 10;

  /** Ten quiet minutes of 100 µs a call and 2 µs a row, then one that is loud. */
  private static ServiceWork work(long calls, long rows, long micros, long lockMicros) {
    WorkloadFixture fixture = new WorkloadFixture().user("shop");
    for (int minute = 0; minute < QUIET; minute++) {
      fixture.at(START.plusSeconds(60L * minute).toString()).weight(10).rows(1, 10L * minute);
      fixture.run(100 + 20L * minute);
    }
    fixture.at(START.plusSeconds(60L * QUIET).toString()).weight(calls).rows(1, rows);
    fixture.lockMicros(lockMicros).run(micros + lockMicros);
    BitSet loud = new BitSet();
    loud.set(QUIET);
    return new ServiceWork(
        ServiceSlots.of(fixture.build(), ServiceMapping.accounts()),
        0,
        IntStream.rangeClosed(0, QUIET).toArray(),
        loud);
  }

  @Test
  void itIsJudgedByItsCallsAndRows() {
    ServiceWork work = work(20, 50, 400, 0);
    assertThat(work.places(false)).isEqualTo(QUIET);
    assertThat(work.places(true)).isOne();
    assertThat(work.timesForSameWork()).isEqualTo(2, within(1e-9));
    assertThat(work.timesUsual()[QUIET]).isEqualTo(2, within(1e-9));
    assertThat(work.timesUsual()[3]).isEqualTo(1, within(1e-9));
  }

  @Test
  void lockTimeIsToldApart() {
    ServiceWork work = work(20, 50, 200, 7_000);
    assertThat(work.timesForSameWork()).isEqualTo(1, within(1e-9));
    assertThat(work.latency(true, OptionalDouble.of(9)))
        .isEqualTo(new SlowedService.Latency(1, 20, 200, 7_000, OptionalDouble.of(9)));
  }

  @Test
  void fewCallsAndRowsBeyondAllSayNothing() {
    assertThat(work(4, 50, 200, 0).places(true)).isZero();
    assertThat(work(20, 112, 200, 0).places(true)).isOne();
    assertThat(work(20, 113, 200, 0).places(true)).isZero();
    assertThat(work(20, 113, 200, 0).timesUsual()[QUIET]).isNaN();
  }
}
