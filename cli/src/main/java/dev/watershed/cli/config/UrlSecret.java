package dev.watershed.cli.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret that stands in the url of a server. Found is each that MySQL Connector/J would take from
 * there ("Connection URL Syntax"), and what is named alike.
 *
 * @param holder what of the url holds it, without the secret itself
 * @param key the key of a server that takes it instead; empty where none does
 */
public record UrlSecret(String holder, Optional<String> key) {

  /** A colon and the at sign of {@code user:password@host}, in one host of several. */
  private static final Pattern USER_INFO =
      Pattern.compile("(?::|%3a)[^@,]+@", Pattern.CASE_INSENSITIVE);

  private static final Pattern AUTHORITY = Pattern.compile("//([^/?#]*)");

  /** A name with a value, as a parameter or as a part of a host. */
  private static final Pattern NAMED = Pattern.compile("([^?&(),;=\\s]+)\\s*=(?=\\s*[^&(),\\s])");

  private static final Pattern SECRET = Pattern.compile("pass|pwd|secret");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
  private static final Set<String> NO_SECRETS =
      Set.of("passwordcharacterencoding", "disconnectonexpiredpasswords");
  private static final Set<String> FURTHER_FACTORS = Set.of("password2", "password3");

  /** The first secret of a url. */
  public static Optional<UrlSecret> in(String url) {
    Matcher authority = AUTHORITY.matcher(url);
    if (authority.find() && USER_INFO.matcher(authority.group(1)).find()) {
      return Optional.of(new UrlSecret("user:password@host", Optional.of("password")));
    }
    return NAMED
        .matcher(url)
        .results()
        .map(named -> decoded(named.group(1)))
        .filter(UrlSecret::isSecret)
        .map(name -> new UrlSecret(shown(name), key(name.toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException noCode) {
      return name;
    }
  }

  private static boolean isSecret(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return SECRET.matcher(small).find() && !NO_SECRETS.contains(small);
  }

  private static String shown(String name) {
    return PLAIN.matcher(name).matches() ? name : "a parameter";
  }

  private static Optional<String> key(String name) {
    if (FURTHER_FACTORS.contains(name)) {
      return Optional.empty();
    }
    if (name.contains("trust")) {
      return Optional.of("trustStorePassword");
    }
    return Optional.of(name.contains("keystore") ? "keyStorePassword" : "password");
  }

  /** What is wrong, and the way out; without the secret. */
  String problem() {
    return problem(
        key.map(name -> "the key " + name + " takes " + Secret.EXPECTED)
            .orElse("an account with a further factor cannot be asked as"));
  }

  /** The same with a way out of its own. */
  public String problem(String wayOut) {
    return "holds a secret (" + holder + "); expected none in a url: " + wayOut;
  }
}
