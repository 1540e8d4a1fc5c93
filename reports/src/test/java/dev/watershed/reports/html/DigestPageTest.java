package dev.watershed.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.Shop;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestPageTest {

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*)?)(/?)>");
  private static final Set<String> VOID = Set.of("meta");

  @Test
  void showsTheFiguresAndTheStatements() throws Exception {
    String page = page(Shop.workload(), GroupBy.DIGEST);
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("1m09s", "93.9 %", "booking", "Load over time", "Quality of the data")
        .contains("SELECT id, amount FROM orders WHERE member_id = ? AND STATUS = ?")
        .contains("inherited schema", "1,204", "/var/log/mysql/slow.log");
  }

  @ParameterizedTest
  @EnumSource(GroupBy.class)
  void isWellFormed(GroupBy groupBy) throws Exception {
    assertBalanced(page(Shop.workload(), groupBy));
    assertBalanced(page(Shop.workload().longQueryTime(OptionalDouble.of(1)), groupBy));
  }

  @Test
  void anEmptyLogHasAPageToo() throws Exception {
    String page = page(new WorkloadFixture(), GroupBy.DIGEST);
    assertBalanced(page);
    assertThat(page).contains("No statement was read").doesNotContain("Load by service");
  }

  @Test
  void loadsAndRunsNothing() throws Exception {
    String page = page(Shop.workload(), GroupBy.DIGEST);
    assertThat(page)
        .doesNotContainPattern("(?i)<(script|link|img|iframe|object|embed|base|form|input)\\b")
        .doesNotContainPattern("(?i)\\s(src|href|srcset|action|style|on[a-z]+)\\s*=")
        .doesNotContainPattern("(?i)url\\(|@import|https?:");
  }

  @Test
  void thePolicyAllowsItsOwnStyleSheetAlone() throws Exception {
    String page = page(Shop.workload(), GroupBy.DIGEST);
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page.replace("&#39;", "'"))
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; base-uri 'none'; form-action 'none'\"");
    assertThat(style.find()).as("a second style sheet").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</style><style>*{display:none}",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "</code></pre></table>",
        "${7*7} #{7*7} {{7*7}}",
        "<!--",
        "&lt;b&gt;",
      })
  void foreignMarkupIsText(String hostile) throws Exception {
    for (GroupBy groupBy : GroupBy.values()) {
      String page = page(hostile(hostile), groupBy);
      assertBalanced(page);
      assertThat(page)
          .doesNotContainPattern("(?i)<(script|img)\\b")
          .doesNotContain("<svg onload", "*{display:none}</style", "<!--");
    }
    assertThat(page(hostile(hostile), GroupBy.ACCOUNT))
        .contains(hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202e", "\u2066", "\u2028", "\u2029", "\u0000", "\u001b[2J", "\u200b"})
  void shapelessCharactersBecomeVisible(String hostile) throws Exception {
    for (GroupBy groupBy : GroupBy.values()) {
      assertThat(page(hostile("a" + hostile + "b"), groupBy)).doesNotContain(hostile);
    }
  }

  @Test
  void aPageStaysReadable() throws Exception {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int table = 0; table <= RankingRows.MOST; table++) {
      fixture.statement("SELECT * FROM t" + table).run(1);
    }
    Ranker ranker = new Ranker(fixture.build(), ServiceMapping.accounts());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DigestPage.write(
        ranker.rank(new RankingOptions(GroupBy.DIGEST, Order.TIME, 0)),
        new ReportContext(List.of(), Optional.empty()),
        bytes);
    String page = bytes.toString(StandardCharsets.UTF_8);
    assertThat(page).contains("1,000 of 1,001 digests, 99.9 % of the time");
    assertThat(page.split("<tr class=\"figured\">", -1)).hasSize(1 + RankingRows.MOST);
  }

  @Test
  void backTicksStay() throws Exception {
    WorkloadFixture fixture = new WorkloadFixture().statement("SELECT `a b` FROM `c d`").run(1);
    assertThat(page(fixture, GroupBy.DIGEST)).contains("<code>SELECT `a b` FROM `c d`</code>");
  }

  @Test
  void whatAThresholdHidesIsADash() throws Exception {
    WorkloadFixture slow = Shop.workload().longQueryTime(OptionalDouble.of(0.000_005));
    assertThat(page(slow, GroupBy.DIGEST))
        .contains("<td class=\"n\" data-label=\"p95\">–</td>", "data-label=\"Logged\"")
        .contains("long_query_time was 5 µs");
  }

  @Test
  void twoRunsGiveTheSameBytes() throws Exception {
    assertThat(page(Shop.workload(), GroupBy.DIGEST))
        .isEqualTo(page(Shop.workload(), GroupBy.DIGEST));
  }

  private static WorkloadFixture hostile(String text) {
    return new WorkloadFixture()
        .sources(new SourceFile("log" + text, 1, 1, 1))
        .issue(IssueReason.THROTTLED, 1, 1)
        .schema("s" + text)
        .user(text)
        .tags(new OriginTag("controller", text))
        .statement(
            "SELECT `"
                + text.replace("`", "``")
                + "` FROM `t"
                + text
                + "` WHERE a = '"
                + text
                + "'")
        .run(1, 2)
        .at("2026-11-23T12:00:00Z")
        .run(3);
  }

  private static String page(WorkloadFixture fixture, GroupBy groupBy) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<FailedSource> failed = List.of(new FailedSource("<x>", "<x>: no such file"));
    DigestPage.write(
        new Ranker(fixture.build(), ServiceMapping.accounts())
            .rank(new RankingOptions(groupBy, Order.TIME, 20)),
        new ReportContext(List.of(), Optional.empty(), failed),
        bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Every element that is opened is closed, in order; every angle bracket belongs to a tag. */
  private static void assertBalanced(String page) {
    String body = page.replaceFirst("<!doctype html>", "").replaceAll("(?s)<style>.*?</style>", "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(body);
    int end = 0;
    while (tag.find()) {
      assertThat(body.substring(end, tag.start())).doesNotContain("<", ">");
      end = tag.end();
      String name = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).as("closed at %d", tag.start()).isEqualTo(name);
      } else if (tag.group(4).isEmpty() && !VOID.contains(name) && !tag.group(3).endsWith("/")) {
        open.push(name);
      }
    }
    assertThat(body.substring(end)).doesNotContain("<", ">");
    assertThat(open).isEmpty();
  }
}
