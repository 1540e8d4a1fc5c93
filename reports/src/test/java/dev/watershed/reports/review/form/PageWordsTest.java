package dev.watershed.reports.review.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the report: in every language the same, each of them asked for. */
class PageWordsTest {

  private static final PageWords ENGLISH = PageWords.of(Locale.ENGLISH);
  private static final PageWords JAPANESE = PageWords.of(Locale.JAPANESE);

  private static final int MOST_PLACES = 6;

  /** A number of things, for texts that tell one from several. */
  private static final int MANY = 7;

  private static final Path SOURCES = Path.of("src/main");

  /** A key stands in its source as one text; where it ends with a dot, further words follow. */
  private static final Pattern TEXT =
      Pattern.compile("[\"']([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9-]*)*)[\"']");

  private static final Pattern ASKED =
      Pattern.compile("words?(?:\\(\\))?\\s*\\.text\\(\\s*\"([a-zA-Z.]+)\"\\s*[,)]");

  private static final Pattern SAID = Pattern.compile("say\\(\\s*'([a-zA-Z.]+)'");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(JAPANESE.all().keySet().stream().filter(key -> !said(key)))
        .containsExactlyElementsOf(ENGLISH.all().keySet());
  }

  @Test
  void everyKeyStandsOnceInItsFile() throws IOException {
    for (String language : List.of("en", "ja")) {
      Path file =
          SOURCES.resolve(
              "resources/dev/watershed/reports/review/words_" + language + ".properties");
      assertThat(
              Files.readAllLines(file).stream()
                  .filter(line -> line.contains("=") && !line.startsWith("#"))
                  .map(line -> line.substring(0, line.indexOf('=')).strip()))
          .as(language)
          .hasSizeGreaterThan(100)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void bothLanguagesHaveTheSamePlacesForValues() {
    ENGLISH
        .all()
        .forEach(
            (key, text) ->
                assertThat(places(JAPANESE.all().get(key))).as(key).isEqualTo(places(text)));
  }

  @Test
  void textsWithPlacesAreWellFormed() {
    for (PageWords words : new PageWords[] {ENGLISH, JAPANESE}) {
      words.all().entrySet().stream()
          .filter(entry -> !places(entry.getValue()).isEmpty())
          .filter(entry -> !script(entry.getKey()) && !said(entry.getKey()))
          .forEach(entry -> assertThat(lost(entry)).as(entry.getKey()).isEmpty());
    }
  }

  @Test
  void whatIsAskedForIsThere() throws IOException {
    Set<String> asked = found("java", ASKED);
    asked.addAll(found("jte-review", ASKED));
    found("resources", SAID).forEach(key -> asked.add("script." + key));
    assertThat(asked).isNotEmpty();
    assertThat(ENGLISH.all().keySet()).containsAll(asked);
  }

  @Test
  void everyTextIsAskedFor() throws IOException {
    Set<String> written = found("java", TEXT);
    written.addAll(found("jte-review", TEXT));
    found("resources", TEXT).forEach(key -> written.add("script." + key));
    assertThat(ENGLISH.all().keySet())
        .allSatisfy(
            key ->
                assertThat(
                        written.contains(key)
                            || written.stream()
                                .anyMatch(each -> each.endsWith(".") && key.startsWith(each)))
                    .as(key)
                    .isTrue());
  }

  @Test
  void aSentenceBeginsWithACapitalUnlessItBeginsWithAName() {
    Saying move = Saying.of("no-such-text", "move {0} to {1}", "shop.a", "plan");
    assertThat(ENGLISH.sentence(move)).isEqualTo("Move shop.a to plan");
    assertThat(ENGLISH.sentence(Saying.joined(Joint.SEMICOLON, List.of(move, move))))
        .isEqualTo("Move shop.a to plan; move shop.a to plan");
    assertThat(ENGLISH.sentence(Saying.of("no-such-text", "{0} writes it", "booking")))
        .isEqualTo("booking writes it");
    assertThat(ENGLISH.sentence(Saying.of("no-such-text", "capacity.cpus is not configured")))
        .isEqualTo("capacity.cpus is not configured");
    assertThat(ENGLISH.sentences(List.of(Saying.verbatim("as it was written"), move)))
        .containsExactly("as it was written", "Move shop.a to plan");
    assertThat(ENGLISH.sentence(Saying.joined(Joint.COMMA, List.of()))).isEmpty();
  }

  @Test
  void aDateIsWrittenAsItsLanguageDoes() {
    Saying since =
        Saying.of(
            "no-such-text", "since {0}", new Saying.Minute(Instant.parse("2026-11-03T02:16:41Z")));
    assertThat(ENGLISH.say(since)).isEqualTo("since 3 Nov 2026 02:16").isEqualTo(since.text());
    assertThat(JAPANESE.say(since)).isEqualTo("since 2026年11月3日 02:16");
  }

  /** What analyses and rules say has its English where it is made. */
  private static boolean said(String key) {
    return key.startsWith("say.") || key.startsWith("joint.");
  }

  private static boolean script(String key) {
    return key.startsWith("script.");
  }

  /** The values that a text has no place for after all: an apostrophe hides the place. */
  private static Set<String> lost(Map.Entry<String, String> entry) {
    Object[] values = new Object[MOST_PLACES];
    for (int place = 0; place < values.length; place++) {
      boolean counted = entry.getValue().contains("{" + place + ",choice,");
      values[place] = counted ? (Object) MANY : "<" + place + ">";
    }
    String text = new MessageFormat(entry.getValue(), Locale.ROOT).format(values);
    return places(entry.getValue()).stream()
        .filter(
            place ->
                !text.contains("<" + place.charAt(1) + ">")
                    && !text.contains(Integer.toString(MANY)))
        .collect(Collectors.toSet());
  }

  private static Set<String> places(String text) {
    Matcher places = Pattern.compile("\\{\\d}").matcher(text);
    Set<String> found = new TreeSet<>();
    while (places.find()) {
      found.add(places.group());
    }
    return found;
  }

  private static Set<String> found(String folder, Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
      for (Path file : files.filter(PageWordsTest::source).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  private static boolean source(Path file) {
    return Files.isRegularFile(file)
        && file.toString().contains("review")
        && Arrays.stream(new String[] {".java", ".jte", ".js"})
            .anyMatch(each -> file.toString().endsWith(each));
  }
}
