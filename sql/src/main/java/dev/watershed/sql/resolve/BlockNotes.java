package dev.watershed.sql.resolve;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import net.sf.jsqlparser.statement.select.Select;

/** What is noticed of a block as its expressions are read. */
final class BlockNotes {

  private final ToIntFunction<Select> reader;
  private final Map<Select, Integer> numbers = new IdentityHashMap<>();
  private final List<Integer> subqueries = new ArrayList<>();
  private boolean aggregated;
  private boolean windowed;

  /**
   * @param reader reads a subquery and gives its block's number
   */
  BlockNotes(ToIntFunction<Select> reader) {
    this.reader = reader;
  }

  /** The block of a subquery, which is read the first time. */
  int subquery(Select select) {
    Integer known = numbers.get(select);
    if (known != null) {
      return known;
    }
    int number = reader.applyAsInt(select);
    numbers.put(select, number);
    subqueries.add(number);
    return number;
  }

  void noticeAggregate() {
    aggregated = true;
  }

  void noticeWindow() {
    windowed = true;
  }

  /** In the order in which they were met. */
  List<Integer> subqueries() {
    return List.copyOf(subqueries);
  }

  boolean aggregated() {
    return aggregated;
  }

  boolean windowed() {
    return windowed;
  }
}
