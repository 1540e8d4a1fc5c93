package dev.watershed.analyzer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationTable;
import java.util.List;
import org.eclipse.collections.impl.factory.primitive.LongLongMaps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledSharesTest {

  private static final Attribution MARKET = Attribution.of("market");
  private static final Attribution MEMBER = Attribution.of("member");

  @Test
  void sharesAreThoseOfTheSamplesAndUnknownOnesAreSaid() {
    DigestShares shares =
        SampledShares.of(
                table(row(7, "market", 60), row(7, "member", 30), row(7, "", 10)),
                ServiceMapping.accounts())
            .get(0);
    assertThat(shares.digest()).isEqualTo(7);
    assertThat(shares.services())
        .extracting(ServiceShare::service)
        .containsExactly(MARKET, MEMBER, Attribution.NONE);
    Interval market = shares.services().get(0).share();
    assertThat(market.estimate()).isEqualTo(0.6);
    // Wilson's interval of 60 in 100.
    assertThat(market.low()).isCloseTo(0.502, within(0.005));
    assertThat(market.high()).isCloseTo(0.691, within(0.005));
    assertThat(shares.unseen().high()).isCloseTo(0.037, within(0.001));
  }

  @Test
  void aServiceThatWasSeenOnlyMayStillNotBeAlone() {
    DigestShares shares =
        SampledShares.of(table(row(7, "market", 3)), ServiceMapping.accounts()).get(0);
    Interval market = shares.services().get(0).share();
    assertThat(market.estimate()).isOne();
    // Three samples may be seen by chance where 0.8177 are expected.
    assertThat(market.low()).isCloseTo(0.8177 / 3, within(1e-9));
    assertThat(market.high()).isOne();
  }

  @Test
  void loadIsTheTimeThatTheServerCountedAndWhatWasNotSeenIsSaid() {
    List<DigestShares> shares =
        SampledShares.of(
            table(row(1, "market", 50), row(1, "member", 50), row(2, "member", 40)),
            ServiceMapping.accounts());
    AttributedLoad load =
        LoadAttribution.of(
            shares,
            LongLongMaps.immutable
                .of(1, 1_000_000_000)
                .newWithKeyValue(2, 500_000_000)
                .newWithKeyValue(3, 70_000_000));
    assertThat(load.totalMicros()).isEqualTo(1_570_000_000);
    assertThat(load.unsampledMicros()).isEqualTo(70_000_000);
    assertThat(load.openMicros()).isEqualTo(70_000_000);
    assertThat(load.services())
        .extracting(AttributedLoad.Part::service)
        .containsExactly(MEMBER, MARKET);
    Interval member = load.services().get(0).micros();
    assertThat(member.estimate()).isEqualTo(1_000_000_000);
    assertThat(member.low()).isBetween(880e6, 910e6);
    Interval market = load.services().get(1).micros();
    assertThat(market.high())
        .as("it may have run the second one, and the one that was never seen")
        .isBetween(670e6, 690e6);
  }

  @Test
  void withoutSamplesNothingIsSaid() {
    assertThat(SampledShares.of(table(), ServiceMapping.accounts())).isEmpty();
    AttributedLoad load = LoadAttribution.of(List.of(), LongLongMaps.immutable.of(1, 5));
    assertThat(load.services()).isEmpty();
    assertThat(load.unsampledMicros()).isEqualTo(5);
  }

  /** Its first sample, which counts the execution, lies before the samples at hand. */
  @ParameterizedTest
  @ValueSource(longs = {0, 2_000_000, -2_000_000})
  void whatBeganBeforeTheFirstWindowIsKnownAsOneExecution(long varianceMillionths) {
    DigestShares counted =
        SampledShares.of(longRunning(1, varianceMillionths), ServiceMapping.accounts()).get(0);
    DigestShares shares =
        SampledShares.of(longRunning(0, varianceMillionths), ServiceMapping.accounts()).get(0);
    assertThat(shares).isEqualTo(counted);
    Interval market = shares.services().get(0).share();
    assertThat(market.estimate()).isOne();
    assertThat(market.low()).isStrictlyBetween(0.0, 1.0);
    assertThat(market.high()).isOne();
  }

  private static ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure>
      longRunning(long executions, long varianceMillionths) {
    ObservationRows<dev.watershed.workload.observation.Attribution.Key, Figure> rows =
        new ObservationRows<>(dev.watershed.workload.observation.Attribution.KIND, 1_000);
    dev.watershed.workload.observation.Attribution.Key key =
        new dev.watershed.workload.observation.Attribution.Key(
            7, new Origin("market", "", List.of()));
    rows.add(key, Figure.SAMPLES, 5);
    rows.add(key, Figure.EXECUTIONS, executions);
    rows.add(key, Figure.SAMPLED_MICROS, 5_000_000);
    rows.add(key, Figure.COUNT_VARIANCE_MILLIONTHS, varianceMillionths);
    return rows.build();
  }

  private record Row(long digest, String user, long samples) {}

  /** Short executions, each seen once. */
  private static Row row(long digest, String user, long samples) {
    return new Row(digest, user, samples);
  }

  private static ObservationTable<dev.watershed.workload.observation.Attribution.Key, Figure> table(
      Row... rows) {
    ObservationRows<dev.watershed.workload.observation.Attribution.Key, Figure> table =
        new ObservationRows<>(dev.watershed.workload.observation.Attribution.KIND, 1_000);
    for (Row row : rows) {
      dev.watershed.workload.observation.Attribution.Key key =
          new dev.watershed.workload.observation.Attribution.Key(
              row.digest(), new Origin(row.user(), "", List.of()));
      table.add(key, Figure.SAMPLES, row.samples());
      table.add(key, Figure.EXECUTIONS, row.samples());
      table.add(key, Figure.SAMPLED_MICROS, row.samples() * 1_000_000);
      table.add(key, Figure.COUNT_VARIANCE_MILLIONTHS, row.samples() * 1_000_000);
    }
    return table.build();
  }
}
