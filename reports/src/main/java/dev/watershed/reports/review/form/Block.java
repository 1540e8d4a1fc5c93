package dev.watershed.reports.review.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A part of a section. */
public sealed interface Block {

  /** A few figures side by side. */
  record Tiles(List<Tile> tiles) implements Block {

    /**
     * A figure.
     *
     * @param value with its unit
     * @param label what it is
     * @param address of its evidence, behind the {@code #} of an address; empty for what follows
     */
    public record Tile(String value, String label, String address) {

      /** One whose evidence follows in its section. */
      public Tile(String value, String label) {
        this(value, label, "");
      }
    }

    public Tiles {
      tiles = List.copyOf(tiles);
    }
  }

  /** What to do first, a line per category. */
  record Actions(String title, List<Action> actions) implements Block {

    /**
     * A thing to do.
     *
     * @param category in one word
     * @param sentence what to do
     * @param code SQL that it is about; empty for none
     * @param evidence what it rests on, in short
     * @param gain what it brings, with its unit
     * @param address of its evidence, behind the {@code #} of an address; empty for none
     */
    public record Action(
        String category,
        String sentence,
        String code,
        String evidence,
        String gain,
        String address) {}

    public Actions {
      actions = List.copyOf(actions);
    }
  }

  /** Some sentences. */
  record Prose(Optional<String> title, List<String> paragraphs, String address) implements Block {

    public Prose {
      Objects.requireNonNull(title, "title");
      paragraphs = List.copyOf(paragraphs);
      Objects.requireNonNull(address, "address");
    }

    /** Sentences that rest on nothing further. */
    public Prose(Optional<String> title, List<String> paragraphs) {
      this(title, paragraphs, "");
    }

    /** Sentences without a title. */
    public static Prose of(String... paragraphs) {
      return new Prose(Optional.empty(), List.of(paragraphs));
    }
  }

  /**
   * What a section does not have.
   *
   * @param what is not known
   * @param how it is collected
   */
  record Lacking(String what, String how) implements Block {}

  /** Shares, the largest first, each with a bar. */
  record Bars(String title, List<Bar> bars, String note) implements Block {

    /**
     * A bar.
     *
     * @param address behind the {@code #} of an address; empty for none
     * @param share of the longest bar, 0 to 1
     * @param value with its unit
     */
    public record Bar(String label, String address, double share, String value, String extra) {}

    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A drawing.
   *
   * @param title no other drawing of the page has it
   * @param svg made of numbers and escaped texts
   * @param caption what it shows, and how to read it
   */
  record Figure(String title, String svg, String caption) implements Block {

    private static final int LARGE = 50_000;

    /** Whether it travels with the data of the page, a tenth of its size, until it is looked at. */
    public boolean large() {
      return svg.length() > LARGE;
    }
  }

  /**
   * Values over time, which the script draws so that one can zoom into them.
   *
   * @param id its name in addresses
   * @param unit of the values
   * @param svg what is shown without a script
   * @param startSeconds of the first point, since 1970
   * @param stepSeconds from point to point
   * @param lines a line per name
   * @param marks spans with names, such as a sale
   */
  record TimeChart(
      String id,
      String title,
      String unit,
      String svg,
      String caption,
      long startSeconds,
      long stepSeconds,
      List<Line> lines,
      List<Mark> marks)
      implements Block {

    /** A line; a value that is unknown is NaN. */
    public record Line(String label, List<Double> values) {

      public Line {
        values = List.copyOf(values);
      }
    }

    /** A span with a name, in seconds since 1970. */
    public record Mark(String label, long fromSeconds, long untilSeconds) {}

    public TimeChart {
      lines = List.copyOf(lines);
      marks = List.copyOf(marks);
    }
  }

  /** A table, of which one can search, sort and save the rows. */
  record Listing(DataTable table, String caption) implements Block {}

  /**
   * A choice of two clusters, which the script makes of the tables of clusters and seams.
   *
   * @param none what is said of two clusters without a seam
   */
  record SeamChoice(String none) implements Block {}

  /** What words mean. */
  record Terms(String title, List<Term> terms) implements Block {

    /** A word and its meaning, with its unit. */
    public record Term(String word, String meaning) {}

    public Terms {
      terms = List.copyOf(terms);
    }
  }

  /** Statements of SQL to copy. */
  record Script(String title, String text) implements Block {}

  /** Two blocks side by side where there is room. */
  record Pair(Block left, Block right) implements Block {}
}
