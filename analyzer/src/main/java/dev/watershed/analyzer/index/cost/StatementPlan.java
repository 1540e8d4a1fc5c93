package dev.watershed.analyzer.index.cost;

import java.util.List;

/**
 * How a statement is run.
 *
 * @param blocks in the order of their numbers
 * @param cost of all its work, once
 * @param rows examined, once
 */
public record StatementPlan(List<BlockPlan> blocks, double cost, double rows) {

  public StatementPlan {
    blocks = List.copyOf(blocks);
  }

  /** Whether it reads an index. */
  public boolean uses(String table, String index) {
    return blocks.stream()
        .flatMap(block -> block.steps().stream())
        .filter(step -> step.source().table().filter(each -> each.name().equals(table)).isPresent())
        .flatMap(step -> step.access().indexes().stream())
        .anyMatch(each -> each.definition().name().equals(index));
  }
}
