package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scripts of a page become one, in which a name that is declared twice stops all of it. */
class ScriptNamesTest {

  private static final Pattern DECLARED =
      Pattern.compile("^(?:const|let|class|function) (\\w+)", Pattern.MULTILINE);

  @Test
  void everyNameIsDeclaredOnce() throws IOException {
    Set<String> names = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (String script : ReviewPage.SCRIPTS) {
      Matcher declared = DECLARED.matcher(text(script));
      while (declared.find()) {
        if (!names.add(declared.group(1))) {
          twice.add(script + ": " + declared.group(1));
        }
      }
    }
    assertThat(names).contains("unpack", "Listing", "words");
    assertThat(twice).isEmpty();
  }

  private static String text(String script) throws IOException {
    try (InputStream resource =
        ReviewPage.class.getResourceAsStream("/dev/watershed/reports/review/" + script)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
