package dev.watershed.reports.check;

import dev.watershed.reports.VisibleText;

/**
 * Foreign text in Markdown (GitHub and GitLab flavoured): every character that could begin markup
 * is a character reference, so that none does, and nobody is mentioned and nothing linked.
 */
public final class MarkdownText {

  private static final String SPECIAL = "\\`*_{}[]<>&|~$";
  private static final String BREAK = "<!-- -->";

  /** Characters of a text beyond which it is cut: a row stays a row. */
  private static final int MOST_CHARACTERS = 600;

  private MarkdownText() {}

  /** As running text. */
  public static String of(String foreign) {
    return escaped(foreign);
  }

  /** As a paragraph of its own, which no character may make a list or a headline. */
  static String paragraph(String foreign) {
    String text = of(foreign);
    boolean marks = text.matches("[\\x21-\\x40&&[^&<]].*");
    return marks ? "&#" + (int) text.charAt(0) + ";" + text.substring(1) : text;
  }

  /** In a fixed font, for names. */
  public static String code(String foreign) {
    return "<code>" + escaped(foreign) + "</code>";
  }

  /** An address as the target of a link. */
  static String target(String address) {
    return VisibleText.of(address)
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("\\", "%5C")
        .replace("|", "%7C")
        .replace(" ", "%20");
  }

  /**
   * References are resolved in the rendered text: a comment between the characters keeps a person
   * from being mentioned.
   */
  private static String escaped(String foreign) {
    String visible = cut(VisibleText.of(foreign));
    StringBuilder text = new StringBuilder(visible.length() + 16);
    for (int at = 0; at < visible.length(); at++) {
      char character = visible.charAt(at);
      if (SPECIAL.indexOf(character) >= 0) {
        text.append("&#").append((int) character).append(';');
      } else if (refers(visible, at)) {
        text.append(character).append(BREAK);
      } else {
        text.append(character);
      }
    }
    return text.toString();
  }

  /** Mentions, issues, merge requests and milestones by their number, addresses. */
  private static boolean refers(String text, int at) {
    return switch (text.charAt(at)) {
      case '@', '#' -> at + 1 < text.length() && text.charAt(at + 1) != ' ';
      case '!', '%' -> at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
      case ':' -> text.startsWith("//", at + 1);
      case 'w', 'W' -> text.regionMatches(true, at, "ww.", 0, "ww.".length());
      default -> false;
    };
  }

  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
  }
}
