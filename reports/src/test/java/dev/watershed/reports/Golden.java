package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Outputs kept as resources, small enough to be checked by hand. Ids of digests are masked: what
 * they are is not the reports' business.
 */
public final class Golden {

  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{16}\\b");

  private Golden() {}

  /** Asserts that an output equals a resource beside this class. */
  public static void assertEquals(String actual, String resource) {
    String masked = ID.matcher(actual).replaceAll("0123456789abcdef");
    assertThat(masked).as(resource).isEqualTo(text(resource));
  }

  private static String text(String resource) {
    try (InputStream stream = Golden.class.getResourceAsStream(resource)) {
      assertThat(stream).as("resource %s", resource).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
