package dev.watershed.analyzer.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.ServiceMapping;
import java.time.Instant;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudSlotsTest {

  private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
  private static final int SLOTS = 9;
  private static final int PEAK = 3;

  /** Minutes in which a report and others execute, in milliseconds; one of them is another one. */
  private static ServiceSlots minutes(
      long report, long others, long reportAtPeak, long waitsAtPeak, long othersAtPeak) {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int slot = 0; slot < SLOTS; slot++) {
      boolean peak = slot == PEAK;
      fixture.at(START.plusSeconds(60L * slot + 30).toString());
      fixture.user("others").lockMicros(0).run(1_000 * (peak ? othersAtPeak : others));
      fixture.user("report").lockMicros(peak ? 1_000 * waitsAtPeak : 0);
      fixture.run(1_000 * (peak ? reportAtPeak : report));
    }
    return ServiceSlots.of(fixture.build(), ServiceMapping.accounts());
  }

  private static LoudSlots loud(ServiceSlots minutes) {
    return LoudSlots.of(minutes, minutes.services().indexOf("report"));
  }

  @ParameterizedTest(name = "{5}: {6}")
  @CsvSource({
    "100, 5000, 30000,     0, 5000, true,  it takes the server",
    "100, 5000, 30000, 30000, 5000, false, it waits for locks",
    "100, 5000,  5000,     0, 5000, false, half is not most",
    "9000, 100, 30000,     0,  100, false, it is always large",
    "100, 5000,   200,     0,    0, false, it is alone at night",
    "100, 5000, 10199,     0,  100, false, less than twice the usual load of the server",
    "100, 5000, 10200,     0,  100, true,  twice the usual load of the server",
    "  0,    1,   599,     0,    1, false, less than a hundredth of the minute",
    "  0,    1,   600,     0,    1, true,  a hundredth of the minute",
  })
  void aServiceIsLoudWhereItTakesTheServer(
      long report,
      long others,
      long reportAtPeak,
      long waitsAtPeak,
      long othersAtPeak,
      boolean loud,
      String why) {
    ServiceSlots minutes = minutes(report, others, reportAtPeak, waitsAtPeak, othersAtPeak);
    BitSet expected = new BitSet();
    expected.set(PEAK, loud);
    assertThat(loud(minutes).slots()).as(why).isEqualTo(expected);
  }

  @Test
  void whatIsUsualIsTheMedianOverAllSlots() {
    LoudSlots loud = loud(minutes(1_000, 4_000, 50_000, 0, 4_000));
    assertThat(loud.usualShare()).isEqualTo(0.2);
    assertThat(loud.usualMicros()).isEqualTo(5_000_000);
  }

  @Test
  void withoutSlotsNobodyIsLoud() {
    WorkloadFixture none = new WorkloadFixture();
    ServiceSlots slots = ServiceSlots.of(none.build(), ServiceMapping.accounts());
    assertThat(LoudSlots.of(slots, 0).slots().isEmpty()).isTrue();
  }

  @Test
  void nobodyChangesTheSlotsFromOutside() {
    LoudSlots loud = loud(minutes(100, 5_000, 30_000, 0, 5_000));
    loud.slots().clear();
    assertThat(loud.slots().cardinality()).isEqualTo(1);
  }
}
