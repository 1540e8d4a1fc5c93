package dev.watershed.collector.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.IssueReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle itself, variant by variant. */
class ReferenceSlowLogReaderTest {

  static List<SlowLogFixture> fixtures() throws IOException {
    return SlowLogFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reads(SlowLogFixture fixture) {
    ReferenceLog content = ReferenceSlowLogReader.read(fixture.log(), fixture.options());
    assertThat(ReferenceText.of(fixture.log(), content)).isEqualTo(fixture.expected());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aTruncationLosesAtMostTheLastEvent(long seed) {
    byte[] log = SlowLogGenerator.clean(seed, 12);
    ReferenceOptions options = SlowLogGenerator.options(seed);
    List<ReferenceEvent> whole = ReferenceSlowLogReader.read(log, options).events();
    for (int length = 0; length < log.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(log, length);
      List<ReferenceEvent> events = ReferenceSlowLogReader.read(cut, options).events();
      int end = length;
      int begun = (int) whole.stream().filter(event -> event.offset() < end).count();
      assertThat(events.size()).isBetween(begun - 1, begun + 1);
      for (int i = 0; i < begun - 1; i++) {
        assertThat(events.get(i).offset()).isEqualTo(whole.get(i).offset());
        assertThat(events.get(i).statement()).isEqualTo(whole.get(i).statement());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void whatAServerWroteHasNoDamage(long seed) {
    byte[] log = SlowLogGenerator.clean(seed, 500);
    ReferenceLog content = ReferenceSlowLogReader.read(log, SlowLogGenerator.options(seed));
    assertThat(content.issues())
        .extracting(ReferenceIssue::reason)
        .isSubsetOf(
            IssueReason.NO_STATEMENT,
            IssueReason.THROTTLED,
            IssueReason.INHERITED_SCHEMA,
            IssueReason.UNKNOWN_TIME,
            IssueReason.UNKNOWN_ZONE);
    long without = content.count(IssueReason.NO_STATEMENT);
    long throttled = content.count(IssueReason.THROTTLED) / 17;
    assertThat(content.events().size() + without + throttled).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void noByteStopsIt(long seed) {
    byte[] log = SlowLogGenerator.damaged(seed, 400);
    ReferenceLog content = ReferenceSlowLogReader.read(log, SlowLogGenerator.options(seed));
    assertThat(content.events()).hasSizeGreaterThan(200);
    assertThat(content.issues()).isNotEmpty();
  }

  @Test
  void aLiteralIsFollowedForSixteenMebibytes() {
    assertThat(literalOf((16 << 20) - 100).count(IssueReason.EVENT_IN_LITERAL)).isEqualTo(1);
    // Cut at the event, both halves of the literal are unterminated.
    assertThat(literalOf(17 << 20).count(IssueReason.UNTERMINATED_LITERAL)).isEqualTo(2);
  }

  /** A literal that holds an event and some bytes more. */
  private static ReferenceLog literalOf(int bytes) {
    String header = "# User@Host: a[a] @ h []\n# Query_time: 1\nSET timestamp=%d;\n";
    String log =
        String.format(header, 50)
            + "select ';\n"
            + String.format(header, 1)
            + "y\n".repeat(bytes / 2)
            + "';\n"
            + String.format(header, 51)
            + "select 1;\n";
    return ReferenceSlowLogReader.read(
        log.getBytes(StandardCharsets.ISO_8859_1), ReferenceOptions.standard());
  }
}
