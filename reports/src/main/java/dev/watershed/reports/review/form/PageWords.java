package dev.watershed.reports.review.form;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.SayingPattern;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of the report in a language. Another language is one more file of them. */
public final class PageWords {

  private static final String BUNDLE = "dev.watershed.reports.review.words";
  private static final String SCRIPT = "script.";
  private static final String SAID = "say.";
  private static final String JOINT = "joint.";

  /** A word in small letters; not the name of a setting, such as {@code capacity.cpus}. */
  private static final Pattern WORD = Pattern.compile("\\p{Ll}+[ ,:;]");

  private final Locale locale;
  private final ResourceBundle texts;

  private PageWords(Locale locale, ResourceBundle texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /**
   * The texts in a language.
   *
   * @throws java.util.MissingResourceException if there is no file of that language
   */
  public static PageWords of(Locale locale) {
    return new PageWords(
        locale,
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** The tag of the language (BCP 47). */
  public String language() {
    return locale.toLanguageTag();
  }

  /** A text with its values in their places. */
  public String text(String key, Object... values) {
    String pattern = texts.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** A sentence of an analysis or a rule; its English where the language has no text for it. */
  public String say(Saying saying) {
    if (saying instanceof Saying.Said said) {
      return SayingPattern.filled(pattern(said), said.parts().stream().map(this::say).toList());
    }
    if (saying instanceof Saying.Joined joined) {
      String key = JOINT + joined.joint().key();
      return joined.items().stream()
          .map(this::say)
          .collect(
              Collectors.joining(
                  texts.containsKey(key) ? texts.getString(key) : joined.joint().english()));
    }
    return saying instanceof Saying.Minute minute
        ? PageTimes.minute(minute.instant(), this)
        : named(saying.text());
  }

  /** A name; who is no service has none, and is called so. */
  private String named(String name) {
    return switch (name) {
      case Parties.UNATTRIBUTED -> texts.getString("unattributed");
      case Parties.UNSEEN -> texts.getString("unseen");
      default -> name;
    };
  }

  private String pattern(Saying.Said said) {
    String key = SAID + said.key();
    return texts.containsKey(key) ? texts.getString(key) : said.english();
  }

  /**
   * The same at the beginning of a line of its own: with a capital letter, unless it begins with a
   * name or a figure.
   */
  public String sentence(Saying saying) {
    String text = say(saying);
    return beginsWithWord(saying)
        ? text.substring(0, 1).toUpperCase(locale) + text.substring(1)
        : text;
  }

  private boolean beginsWithWord(Saying saying) {
    if (saying instanceof Saying.Joined joined) {
      return !joined.items().isEmpty() && beginsWithWord(joined.items().get(0));
    }
    return saying instanceof Saying.Said said && WORD.matcher(pattern(said)).lookingAt();
  }

  /** Several sentences, one by one. */
  public List<String> sentences(Collection<? extends Saying> sayings) {
    return sayings.stream().map(this::sentence).toList();
  }

  /** What the script says, by its own keys. */
  public SortedMap<String, String> ofScript() {
    SortedMap<String, String> found = new TreeMap<>();
    for (Map.Entry<String, String> entry : all().entrySet()) {
      if (entry.getKey().startsWith(SCRIPT)) {
        found.put(entry.getKey().substring(SCRIPT.length()), entry.getValue());
      }
    }
    return found;
  }

  /** All texts by their keys. */
  SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>();
    texts.keySet().forEach(key -> all.put(key, texts.getString(key)));
    return all;
  }
}
