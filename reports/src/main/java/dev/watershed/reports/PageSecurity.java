package dev.watershed.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The content-security policy of a page that loads nothing (W3C CSP Level 3). */
public final class PageSecurity {

  private static final String REST = "; base-uri 'none'; form-action 'none'";

  private PageSecurity() {}

  /** The policy that allows this style sheet alone: nothing runs. */
  public static String policyFor(String style) {
    return styled(style) + REST;
  }

  /** The policy that allows this style sheet and this script alone. */
  public static String policyFor(String style, String script) {
    return styled(style) + "; script-src '" + hash(script) + "'" + REST;
  }

  private static String styled(String style) {
    return "default-src 'none'; style-src '" + hash(style) + "'";
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
