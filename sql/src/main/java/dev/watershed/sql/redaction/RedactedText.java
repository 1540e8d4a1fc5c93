package dev.watershed.sql.redaction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The text as it grows: blanks collapsed, long lists shortened as soon as they are long. It knows
 * tokens only by their kind; a literal has no content here.
 */
final class RedactedText {

  static final int KEPT_ITEMS = 3;
  static final int LONGEST_WHOLE_LIST = 8;

  /** How far the text may outgrow its bound in the hope that a list's end shortens it again. */
  private static final int MOST_EXCESS_CHARS = 1 << 16;

  private static final int CHECK_EVERY_CHARS = 1 << 10;

  private enum Item {
    EMPTY,
    /** Literals alone, or a row of values. */
    VALUE,
    OTHER
  }

  /** What is between two parentheses, seen as a list. */
  private static final class Level {
    private Item item = Item.EMPTY;

    /** The list stands behind VALUES: any parenthesis is a row. */
    private boolean ofRows;

    private boolean onlyValues = true;
    private int values;
    private int keptTo;

    private boolean canShrinkBelow(int length) {
      return values >= KEPT_ITEMS && keptTo < length;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final Deque<Level> levels = new ArrayDeque<>();
  private final int maxChars;
  private int nextCheck;
  private boolean blankBefore;
  private boolean full;

  RedactedText(int maxChars) {
    this.maxChars = maxChars;
    nextCheck = maxChars;
    levels.add(new Level());
  }

  /** Whether nothing that follows can be seen any more. */
  boolean isFull() {
    if (!full && text.length() > nextCheck) {
      nextCheck = text.length() + CHECK_EVERY_CHARS;
      boolean hopeless = text.length() - maxChars > MOST_EXCESS_CHARS;
      full = hopeless || levels.stream().noneMatch(level -> level.canShrinkBelow(maxChars));
    }
    return full;
  }

  void blank() {
    blankBefore = true;
  }

  void literal() {
    value("?");
  }

  /** NULL and its like: a value that may be shown. */
  void constant(String word) {
    value(word);
  }

  /** VALUES, which begins a list of rows. */
  void rows(String word) {
    other(word);
    Level level = levels.getLast();
    level.item = Item.EMPTY;
    level.ofRows = true;
  }

  /** ROW, which may stand before a row. */
  void row(String word) {
    Level level = levels.getLast();
    if (level.ofRows && level.item == Item.EMPTY) {
      append(word);
    } else {
      other(word);
    }
  }

  /** That the statement goes on in a way that is not known. */
  void rest() {
    blank();
    other("\u2026");
  }

  /** A name, a keyword or an operator. */
  void other(String code) {
    Level level = levels.getLast();
    if (level.ofRows && level.item == Item.VALUE) {
      endItem(level);
    }
    if (level.item != Item.OTHER) {
      endValues(level);
    }
    level.item = Item.OTHER;
    level.ofRows = false;
    level.onlyValues = false;
    append(code);
  }

  void comma() {
    endItem(levels.getLast());
    append(",");
  }

  void open() {
    append("(");
    levels.add(new Level());
  }

  void close() {
    Level inner = levels.getLast();
    endItem(inner);
    endValues(inner);
    append(")");
    if (levels.size() == 1) {
      return;
    }
    levels.removeLast();
    Level outer = levels.getLast();
    boolean row = outer.ofRows || inner.onlyValues;
    if (outer.item == Item.EMPTY && row) {
      outer.item = Item.VALUE;
    } else if (outer.item != Item.OTHER) {
      endValues(outer);
      outer.item = Item.OTHER;
      outer.onlyValues = false;
    }
  }

  /** The text, cut at its bound. */
  String finish() {
    Iterator<Level> innermostFirst = levels.descendingIterator();
    while (innermostFirst.hasNext()) {
      Level level = innermostFirst.next();
      if (!full) {
        endItem(level);
      }
      endValues(level);
    }
    if (text.length() <= maxChars) {
      return text.toString();
    }
    int end = maxChars - 1;
    boolean splits = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splits ? end - 1 : end) + "\u2026";
  }

  private void value(String written) {
    Level level = levels.getLast();
    if (level.item == Item.EMPTY) {
      level.item = Item.VALUE;
    }
    append(written);
  }

  private void endItem(Level level) {
    if (level.item == Item.VALUE) {
      level.values++;
      if (level.values == KEPT_ITEMS) {
        level.keptTo = text.length();
      } else if (level.values > LONGEST_WHOLE_LIST) {
        text.setLength(level.keptTo);
      }
    }
    level.item = Item.EMPTY;
  }

  /** The next item is no value, or none follows: says how many values are not written. */
  private void endValues(Level level) {
    if (level.values > LONGEST_WHOLE_LIST) {
      text.insert(level.keptTo, ", \u2026 " + (level.values - KEPT_ITEMS) + " more");
    }
    level.values = 0;
  }

  private void append(String written) {
    if (blankBefore && !text.isEmpty()) {
      text.append(' ');
    }
    blankBefore = false;
    text.append(written);
  }
}
