package dev.watershed.sql.comment;

/**
 * The form of marginalia and of Rails' query logs: {@code key:value} pairs, separated by commas.
 * Prose holds colons too, so this is the rule that tells them apart:
 *
 * <ul>
 *   <li>A pair is a key of at least two letters, digits, {@code _}, {@code -} and {@code .} that
 *       begins with a letter or {@code _}; a colon right behind it; and a value right behind that.
 *       The value ends before the next comma; it keeps further colons, and loses white space at its
 *       end. White space may stand before the key. {@code todo: fix} is no pair.
 *   <li>A value that begins with {@code //} or {@code =} makes no pair: {@code http://…}, {@code
 *       total:=1}.
 *   <li>A comment of one pair has tags only if its value is without white space. {@code todo:fix}
 *       does become a tag; nothing tells it from {@code job:mail}.
 *   <li>A comment whose second part is no pair has no tags. Behind two pairs, a part that is no
 *       pair belongs to the value before it, with its comma: {@code line:/a.rb:1:in 'f(a, b)'}.
 *   <li>A pair whose value is empty counts as a pair and brings no tag.
 * </ul>
 */
final class MarginaliaForm {

  private MarginaliaForm() {}

  /** Shows each pair to the visitor; returns their number, or 0 if the body is not of this form. */
  static int visit(byte[] body, int from, int to, CommentTagVisitor visitor) {
    int tags = 0;
    int pairs = 0;
    int keyFrom = CommentTags.skipBlanks(body, from, to);
    int colon = colonOfPair(body, keyFrom, to);
    while (colon >= 0) {
      pairs++;
      int valueEnd = comma(body, colon + 1, to);
      int nextKey = CommentTags.skipBlanks(body, Math.min(valueEnd + 1, to), to);
      int nextColon = colonOfPair(body, nextKey, to);
      while (nextColon < 0 && nextKey < to) {
        if (pairs < 2) {
          return 0;
        }
        valueEnd = comma(body, valueEnd + 1, to);
        nextKey = CommentTags.skipBlanks(body, Math.min(valueEnd + 1, to), to);
        nextColon = colonOfPair(body, nextKey, to);
      }
      int valueTo = withoutFinalBlanks(body, colon + 1, valueEnd);
      if (pairs == 1 && nextColon < 0 && hasBlank(body, colon + 1, valueTo)) {
        return 0;
      }
      if (valueTo > colon + 1 && tags < CommentTags.MOST_TAGS) {
        visitor.visitTag(body, keyFrom, colon, colon + 1, valueTo, CommentForm.MARGINALIA);
        tags++;
      }
      keyFrom = nextKey;
      colon = nextColon;
    }
    return tags;
  }

  /** The place of the colon if a pair begins here, or -1. */
  private static int colonOfPair(byte[] body, int from, int to) {
    if (from >= to || !(CommentTags.isLetter(body[from]) || body[from] == '_')) {
      return -1;
    }
    int at = from;
    while (at < to && isKeyByte(body[at])) {
      at++;
    }
    boolean key = at - from >= 2 && at < to && body[at] == ':';
    return key && isValueStart(body, at + 1, to) ? at : -1;
  }

  private static boolean isKeyByte(byte b) {
    return CommentTags.isKeyByte(b) && b != '%' && b != '~';
  }

  private static boolean isValueStart(byte[] body, int at, int to) {
    if (at == to) {
      return true;
    }
    boolean slashes = body[at] == '/' && at + 1 < to && body[at + 1] == '/';
    return !slashes && body[at] != '=' && !CommentTags.isBlank(body[at]);
  }

  private static int comma(byte[] body, int from, int to) {
    int at = from;
    while (at < to && body[at] != ',') {
      at++;
    }
    return Math.min(at, to);
  }

  private static int withoutFinalBlanks(byte[] body, int from, int to) {
    int end = to;
    while (end > from && CommentTags.isBlank(body[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean hasBlank(byte[] body, int from, int to) {
    for (int at = from; at < to; at++) {
      if (CommentTags.isBlank(body[at])) {
        return true;
      }
    }
    return false;
  }
}
