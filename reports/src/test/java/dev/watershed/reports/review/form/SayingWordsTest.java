package dev.watershed.reports.review.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.consolidation.whatif.Obstacle;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.inference.Link;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.workload.IssueReason;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sentences of analyses and rules in another language: all of them, and nothing else. */
class SayingWordsTest {

  private static final PageWords JAPANESE = PageWords.of(Locale.JAPANESE);
  private static final String SAY = "say.";
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

  /** What the sources say by a key that they put together of the name of something. */
  private static Set<String> ofNames() throws IOException {
    Set<String> keys = new TreeSet<>();
    add(keys, "rule.", BuiltInRules.kinds().stream().map(RuleKind::name));
    add(keys, "issue.", Stream.of(IssueReason.values()).map(each -> each.key().replace(' ', '-')));
    add(keys, "known-kind.", Stream.of(FindingKind.values()).map(FindingKind::key));
    add(keys, "known-kind.", Stream.of(ProposalKind.values()).map(ProposalKind::key));
    add(keys, "known-kind.", Stream.of(IndexAdvice.Kind.values()).map(IndexAdvice.Kind::key));
    add(keys, "obstacle-kind.", Stream.of(Obstacle.Kind.values()).map(Obstacle.Kind::key));
    add(keys, "link-kind.", Stream.of(Link.Kind.values()).map(Link.Kind::key));
    add(keys, "severity.", Stream.of(Severity.values()).map(Severity::key));
    add(keys, "state.", Stream.of(ViolationState.values()).map(ViolationState::key));
    add(keys, "figure.", SayingSources.figures().stream());
    add(keys, "figure.", Stream.of("callsPerSecond", "errorShare", "timeShare"));
    add(keys, "figure.", Stream.of("p95Millis", "p99Millis", "budgetP95Millis", "budgetP99Millis"));
    return keys;
  }

  private static void add(Set<String> keys, String start, Stream<String> names) {
    names.forEach(name -> keys.add(start + name));
  }

  private static Map<String, String> said() {
    return JAPANESE.all().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(SAY))
        .collect(
            Collectors.toMap(entry -> entry.getKey().substring(SAY.length()), Map.Entry::getValue));
  }

  @Test
  void everythingThatIsSaidHasWordsAndNothingElse() throws IOException {
    Set<String> keys = ofNames();
    SayingSources.all().keySet().stream().filter(key -> !key.endsWith(".")).forEach(keys::add);
    assertThat(said().keySet()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void wordsHaveThePlacesOfTheEnglishOnes() throws IOException {
    Map<String, String> said = said();
    SayingSources.all()
        .forEach(
            (key, places) -> {
              if (said.containsKey(key)) {
                assertThat(
                        PLACE
                            .matcher(said.get(key))
                            .results()
                            .map(found -> found.group())
                            .collect(Collectors.toSet()))
                    .as(key)
                    .isEqualTo(places);
              }
            });
  }

  @Test
  void everyJointHasWords() {
    assertThat(JAPANESE.all().keySet())
        .containsAll(Arrays.stream(Joint.values()).map(joint -> "joint." + joint.key()).toList());
  }

  @Test
  void theEnglishOnesAreThoseOfTheAnalyses() {
    Saying saying =
        Saying.of("contested.written", "{0} is written by {1}", "a.b", List.of("x", "y"));
    assertThat(PageWords.of(Locale.ENGLISH).say(saying)).isEqualTo("a.b is written by x, y");
    assertThat(JAPANESE.say(saying)).isEqualTo("a.b に複数のサービスが書き込む: x、y");
  }

  @Test
  void anotherLanguageIsOneFile() throws IOException {
    Path file =
        Path.of("target", "test-classes", "dev", "watershed", "reports", "review")
            .resolve("words_eo.properties");
    Properties words = new Properties();
    PageWords.of(Locale.ENGLISH).all().forEach((key, text) -> words.put(key, "‹" + text + "›"));
    words.put("time.day", "uuuu-MM-dd");
    SayingSources.all()
        .forEach((key, places) -> words.put(SAY + key, "‹" + String.join("", places) + "›"));
    Files.createDirectories(file.getParent());
    try (Writer writer = Files.newBufferedWriter(file)) {
      words.store(writer, null);
    }
    PageWords other = PageWords.of(Locale.forLanguageTag("eo"));
    Files.delete(file);
    assertThat(other.language()).isEqualTo("eo");
    assertThat(other.text("summary.title")).isEqualTo("‹Summary›");
    assertThat(other.say(Saying.of("retire.table", "retire {0}", "a.b"))).isEqualTo("‹a.b›");
    assertThat(other.all().keySet()).containsAll(PageWords.of(Locale.ENGLISH).all().keySet());
  }

  @Test
  void aNameIsSaidAsItIs() {
    assertThat(JAPANESE.say(Saying.verbatim("shop.{0}'s"))).isEqualTo("shop.{0}'s");
    assertThat(JAPANESE.say(Saying.of("retire.table", "retire {0}", "$1\\{0}")))
        .isEqualTo("$1\\{0} を廃止する");
  }

  @Test
  void whatALanguageHasNoWordsForIsSaidInEnglish() {
    assertThat(JAPANESE.say(Saying.of("no.such", "nothing of {0}", "it")))
        .isEqualTo("nothing of it");
  }
}
