package dev.watershed.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.json.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeyAgreementTest {

  private static final String READ = "sensitive-read:segment:member.members:email";
  private static final String JOIN = "cross-owner-join:search::00000000000000aa";
  private static final String PAIR = "cross-owner-transaction:::00000000000000bb";

  private static final String FINDINGS =
      finding("00000000000000aa", "cross-owner-join", "search", "1111111111111111", false)
          + ", "
          + finding(
              "00000000000000bb", "cross-owner-transaction", "pay", "2222222222222222", false);

  private final SpanVerdicts all = span(FINDINGS, true, "1111111111111111", READ, JOIN, PAIR);

  private static String finding(
      String id, String kind, String service, String digest, boolean occasional) {
    return """
        {"id": "%s", "kind": "%s", "subject": ["x"], "weight": 1, "occasional": %s,
         "services": ["%s"], "tables": [], "digests": [{"service": "%s", "digest": "%s"}]}
        """
        .formatted(id, kind, occasional, service, service, digest);
  }

  /** A span with findings and errors, in which one statement ran beside that of {@code pay}. */
  private static SpanVerdicts span(
      String findings, boolean reads, String digest, String... errors) {
    StringBuilder violations = new StringBuilder();
    for (String key : errors) {
      violations
          .append(violations.isEmpty() ? "" : ", ")
          .append("{\"severity\": \"error\", \"key\": \"" + key + "\", \"message\": \"m\"}");
    }
    String cell =
        "{\"service\": \"segment\", \"table\": \"member.members\", \"writesPerSecond\": 0}";
    String load =
        "{\"digest\": \"%s\", \"firstSeen\": \"2026-10-03T01:00:00Z\", \"lastSeen\":"
            + " \"2026-10-09T01:00:00Z\"}";
    return SpanVerdicts.of(
        MonthSpan.whole(LocalDate.of(2026, 10, 1), 30),
        JsonNode.parse("check", "{\"violations\": [" + violations + "], \"inconclusive\": []}"),
        JsonNode.parse(
            "coupling",
            "{\"matrix\": [" + (reads ? cell : "") + "], \"findings\": [" + findings + "]}"),
        JsonNode.parse(
            "load",
            "{\"digests\": ["
                + load.formatted(digest)
                + ", "
                + load.formatted("2222222222222222")
                + "]}"));
  }

  private VerdictDifference why(String key, SpanVerdicts lacks) {
    return VerdictDifference.of(key, all, lacks, all);
  }

  @Test
  void aSpanAgreesWithItself() {
    assertThat(KeyAgreement.of(all, all, all)).isEqualTo(new KeyAgreement(3, 3, 0));
  }

  @Test
  void aKeyThatOneLacksCountsOnceWhicheverLacksIt() {
    SpanVerdicts other = span(FINDINGS, true, "1111111111111111", READ, JOIN);
    assertThat(KeyAgreement.of(all, other, all)).isEqualTo(new KeyAgreement(3, 2, 0));
    assertThat(KeyAgreement.of(other, all, all)).isEqualTo(new KeyAgreement(3, 2, 0));
  }

  @Test
  void whatDidNotRunIsSaidWithTheDaysOnWhichItDid() {
    SpanVerdicts other = span("", true, "3333333333333333", READ, PAIR);
    assertThat(why(JOIN, other))
        .isEqualTo(
            new VerdictDifference(
                VerdictDifference.Reason.NO_LOAD,
                "statements that ran from 2026-10-03 to 2026-10-09 only"));
    assertThat(KeyAgreement.of(all, other, all)).isEqualTo(new KeyAgreement(3, 2, 1));
    assertThat(KeyAgreement.of(all, other, all).words())
        .isEqualTo("   2 of    3,  66.67 %; of the load that both have    2 of    2, 100.00 %");
  }

  @Test
  void aTableThatTheServiceDoesNotUseIsNoLoad() {
    assertThat(why(READ, span(FINDINGS, false, "1111111111111111", JOIN, PAIR)).reason())
        .isEqualTo(VerdictDifference.Reason.NO_LOAD);
    assertThat(why(READ, span(FINDINGS, true, "1111111111111111", JOIN, PAIR)).reason())
        .isEqualTo(VerdictDifference.Reason.TURNED);
  }

  @Test
  void statementsThatRanApartAreNoTransaction() {
    assertThat(why(PAIR, span("", true, "1111111111111111")).reason())
        .isEqualTo(VerdictDifference.Reason.APART);
  }

  @Test
  void whatMayBeChanceIsSaid() {
    String chance =
        finding("00000000000000aa", "cross-owner-join", "search", "1111111111111111", true);
    assertThat(why(JOIN, span(chance, true, "1111111111111111")).reason())
        .isEqualTo(VerdictDifference.Reason.FEW_CALLS);
  }
}
