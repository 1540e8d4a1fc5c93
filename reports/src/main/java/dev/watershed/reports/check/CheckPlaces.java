package dev.watershed.reports.check;

import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.verdict.Location;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the things are that a result names.
 *
 * @param root the folder that paths in results begin at, absolute: the root of the repository
 * @param configuration the path of the configuration, as it was given
 * @param rulePages where the pages of rules are published: an absolute address of a folder
 * @param sources the address of a folder that shows the files under the root at their lines, such
 *     as {@code https://github.com/acme/shop/blob/4711…}
 */
public record CheckPlaces(
    Path root, String configuration, Optional<URI> rulePages, Optional<String> sources) {

  private static final String UNRESERVED = "-._~/";

  public CheckPlaces {
    if (!root.isAbsolute()) {
      throw new IllegalArgumentException("not absolute: " + root);
    }
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(rulePages, "rulePages");
    Objects.requireNonNull(sources, "sources");
    rulePages.filter(pages -> !pages.isAbsolute()).ifPresent(CheckPlaces::notAbsolute);
  }

  /** A path from the root on, with slashes; as it was given where it is not below the root. */
  String fromRoot(String path) {
    String slashes = path.replace(root.getFileSystem().getSeparator(), "/");
    String above = root.normalize().toString().replace(root.getFileSystem().getSeparator(), "/");
    String folder = withSlash(above);
    String below = slashes.startsWith(folder) ? slashes.substring(folder.length()) : slashes;
    while (below.startsWith("./")) {
      below = below.substring(2);
    }
    return below;
  }

  /** The path of the configuration from the root on. */
  String configurationFromRoot() {
    return fromRoot(configuration);
  }

  /** The page of a rule that is built in, if pages are published. */
  Optional<String> page(String rule) {
    return rulePages
        .filter(pages -> BuiltInRules.kind(rule).isPresent())
        .map(pages -> withSlash(pages.toASCIIString()) + encoded(rule) + ".md");
  }

  /** The address of a line, if sources are published and the file is below the root. */
  Optional<String> link(Location location) {
    String path = fromRoot(location.path());
    return path.startsWith("/") || path.startsWith("../")
        ? Optional.empty()
        : sources.map(base -> withSlash(base) + encoded(path) + "#L" + location.line());
  }

  /** A path as the path of an address (RFC 3986). */
  static String encoded(String path) {
    StringBuilder encoded = new StringBuilder(path.length());
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      boolean stays =
          character < 0x80 && Character.isLetterOrDigit(character)
              || UNRESERVED.indexOf(character) >= 0;
      encoded.append(stays ? character : String.format("%%%02X", (int) character));
    }
    return encoded.toString();
  }

  private static String withSlash(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }

  private static void notAbsolute(URI pages) {
    throw new IllegalArgumentException("not an absolute address: " + pages);
  }
}
