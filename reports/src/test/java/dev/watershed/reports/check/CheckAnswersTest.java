package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.reports.Golden;
import dev.watershed.reports.json.CheckJson;
import dev.watershed.reports.text.CheckText;
import dev.watershed.reports.text.Style;
import dev.watershed.reports.text.TextOptions;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code check} says in each form, as a whole. */
class CheckAnswersTest {

  @Test
  void text() {
    Golden.assertEquals(
        new CheckText(new TextOptions(100, new Style(false)))
            .render(GateFixture.all(), WidenedSpan.NONE),
        "check/all.txt");
  }

  @Test
  void json() throws IOException {
    Golden.assertEquals(
        Written.of(stream -> CheckJson.write(GateFixture.all(), WidenedSpan.NONE, stream)),
        "check/all.json");
  }

  /** The rules are the same in every file; SarifRulesTest looks at them. */
  @Test
  void sarif() throws IOException {
    CheckSarif sarif = new CheckSarif(GateFixture.PLACES, Optional.of("0.1.0"));
    String written = Written.of(stream -> sarif.write(GateFixture.all(), stream));
    int rules = written.indexOf("\"rules\" : [");
    int invocations = written.indexOf("\"invocations\"");
    assertThat(rules).isPositive().isLessThan(invocations);
    Golden.assertEquals(
        written.substring(0, rules) + "…\n" + written.substring(invocations), "check/all.sarif");
  }

  @Test
  void junit() throws IOException {
    CheckJUnit junit = new CheckJUnit(GateFixture.PLACES);
    Golden.assertEquals(
        Written.of(stream -> junit.write(GateFixture.all(), stream)), "check/all.xml");
  }

  @Test
  void gitlab() throws IOException {
    CheckGitLab gitlab = new CheckGitLab(GateFixture.PLACES);
    Golden.assertEquals(
        Written.of(stream -> gitlab.write(GateFixture.all(), stream)), "check/all.gitlab.json");
  }

  @Test
  void github() {
    Golden.assertEquals(
        new CheckAnnotations(GateFixture.PLACES).render(GateFixture.all()), "check/all.github");
  }

  @Test
  void markdown() {
    Golden.assertEquals(
        new CheckMarkdown(GateFixture.PLACES).render(GateFixture.all(), WidenedSpan.NONE),
        "check/all.md");
  }

  @Test
  void hostileTextsNeitherSteerATerminalNorBreakJson() throws IOException {
    String text =
        new CheckText(new TextOptions(100, new Style(false)))
            .render(GateFixture.hostile(), WidenedSpan.NONE);
    assertThat(text.codePoints().filter(Character::isISOControl).distinct().toArray())
        .containsExactly('\n');
    String json =
        Written.of(stream -> CheckJson.write(GateFixture.hostile(), WidenedSpan.NONE, stream));
    assertThat(json).doesNotContain("\u001b", "\u202e");
    JsonNode first = new ObjectMapper().readTree(json).at("/violations/0");
    assertThat(first.get("message").asText()).isEqualTo(GateFixture.HOSTILE.replace('\ud800', '?'));
    assertThat(new ObjectMapper().readTree(json).at("/violations/1/location/path").asText())
        .isEqualTo(GateFixture.HOSTILE.replace('\ud800', '?'));
  }
}
