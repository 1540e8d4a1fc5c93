package dev.watershed.analyzer.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostCpuTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final long MINUTE = START.getEpochSecond() / 60;

  /** Two rows of 20 and 40 percent in the first minute, none in the second, 100 in the third. */
  private static HostCpu host() {
    ObservationsBuilder all = new ObservationsBuilder(ObservationBounds.standard());
    add(all, "one", MINUTE, 2, 60_000);
    add(all, "one", MINUTE + 1, 0, 0);
    add(all, "other", MINUTE + 2, 1, 100_000);
    return HostCpu.of(all.build().minutes());
  }

  private static void add(
      ObservationsBuilder all, String server, long minute, long samples, long millipercent) {
    ServerMinutes.Key key = new ServerMinutes.Key(server, minute);
    all.minutes().add(key, ServerMinutes.Figure.SAMPLES, 1);
    all.minutes().add(key, ServerMinutes.Figure.HOST_SAMPLES, samples);
    all.minutes().add(key, ServerMinutes.Figure.HOST_CPU_MILLIPERCENT_SUM, millipercent);
  }

  @Test
  void aMinuteIsTheMeanOfItsRows() {
    assertThat(host().busyShare(slots(1), 0)).hasValue(0.3);
    assertThat(host().busyShares()).isEqualTo(Map.of(MINUTE, 0.3, MINUTE + 2, 1.0));
  }

  @Test
  void minutesWithoutRowsAreUnknown() {
    assertThat(host().busyShare(slots(1), 1)).isEmpty();
    assertThat(host().isEmpty()).isFalse();
    assertThat(
            HostCpu.of(new ObservationsBuilder(ObservationBounds.standard()).build().minutes())
                .isEmpty())
        .isTrue();
  }

  /** Statements in the first four minutes. */
  private static ServiceSlots slots(int widthMinutes) {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int minute = 0; minute < 4; minute++) {
      fixture.at(START.plusSeconds(60L * minute).toString()).run(1_000);
    }
    return ServiceSlots.of(fixture.widened(widthMinutes).build(), ServiceMapping.accounts());
  }

  @Test
  void aWiderSlotIsTheMeanOfItsMinutes() {
    assertThat(host().busyShare(slots(5), 0)).hasValue((0.6 + 1) / 3);
    assertThat(host().knownShare(slots(5))).isEqualTo(1);
  }

  @Test
  void theKnownShareIsOfSlotsWithStatements() {
    assertThat(host().knownShare(slots(1))).isEqualTo(0.5);
    assertThat(
            host()
                .knownShare(
                    ServiceSlots.of(new WorkloadFixture().build(), ServiceMapping.accounts())))
        .isZero();
  }
}
