package dev.watershed.rules.book;

import dev.watershed.rules.change.BlockingDdlRule;
import dev.watershed.rules.change.BrokenMigrationRule;
import dev.watershed.rules.change.ForeignKeyOwnerRule;
import dev.watershed.rules.change.JoinKeyTypeRule;
import dev.watershed.rules.change.KeylessTableRule;
import dev.watershed.rules.change.LongListRule;
import dev.watershed.rules.change.NarrowedColumnRule;
import dev.watershed.rules.change.NewScanRule;
import dev.watershed.rules.change.NewStatementOwnersRule;
import dev.watershed.rules.change.NewTableOwnerRule;
import dev.watershed.rules.change.RepeatedIndexRule;
import dev.watershed.rules.change.RequiredColumnRule;
import dev.watershed.rules.change.UnboundedChangeRule;
import dev.watershed.rules.change.UnknownNameRule;
import dev.watershed.rules.change.UsedColumnRule;
import dev.watershed.rules.change.UsedIndexRule;
import dev.watershed.rules.change.UsedTableRule;
import dev.watershed.rules.coupling.CrossOwnerJoinRule;
import dev.watershed.rules.coupling.CrossOwnerTransactionRule;
import dev.watershed.rules.coupling.ForeignReadRule;
import dev.watershed.rules.coupling.SecondWriterRule;
import dev.watershed.rules.coupling.SensitiveReadRule;
import dev.watershed.rules.coupling.ServiceCycleRule;
import dev.watershed.rules.coupling.TableWithoutOwnerRule;
import dev.watershed.rules.index.CrowdedTableRule;
import dev.watershed.rules.index.DuplicateIndexRule;
import dev.watershed.rules.index.LowValueIndexRule;
import dev.watershed.rules.index.MissingIndexRule;
import dev.watershed.rules.index.RedundantIndexRule;
import dev.watershed.rules.index.UnusedIndexRule;
import dev.watershed.rules.quality.LostDataRule;
import dev.watershed.rules.quality.ThinDataRule;
import dev.watershed.rules.quality.UnattributedShareRule;
import dev.watershed.rules.regression.LatencyRegressionRule;
import dev.watershed.rules.regression.NewCrossingRule;
import dev.watershed.rules.regression.NewHotStatementRule;
import dev.watershed.rules.regression.RowsRegressionRule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.schema.AutoIncrementEndRule;
import dev.watershed.rules.schema.DuplicateTableRule;
import dev.watershed.rules.schema.NoPrimaryKeyRule;
import dev.watershed.rules.schema.RandomPrimaryKeyRule;
import dev.watershed.rules.service.BudgetErrorsRule;
import dev.watershed.rules.service.BudgetP95Rule;
import dev.watershed.rules.service.BudgetP99Rule;
import dev.watershed.rules.service.BudgetRateRule;
import dev.watershed.rules.service.BudgetShareRule;
import dev.watershed.rules.service.LockWaitShareRule;
import dev.watershed.rules.service.NoisyNeighbourRule;
import dev.watershed.rules.statement.DeepOffsetRule;
import dev.watershed.rules.statement.DigestExplosionRule;
import dev.watershed.rules.statement.DiskSortRule;
import dev.watershed.rules.statement.FullScansRule;
import dev.watershed.rules.statement.FunctionOverColumnRule;
import dev.watershed.rules.statement.ImplicitConversionRule;
import dev.watershed.rules.statement.JoinTypesRule;
import dev.watershed.rules.statement.LeadingWildcardRule;
import dev.watershed.rules.statement.LockingScanRule;
import dev.watershed.rules.statement.OversizedInRule;
import dev.watershed.rules.statement.RepeatedStatementRule;
import dev.watershed.rules.statement.RowsExaminedRule;
import dev.watershed.rules.statement.UnboundedReadRule;
import dev.watershed.rules.statement.UnboundedWriteRule;
import dev.watershed.rules.statement.UnindexedJoinRule;
import java.util.List;
import java.util.Optional;

/** The rules that are built in, in the order in which they judge. */
public final class BuiltInRules {

  private static final List<RuleKind> KINDS =
      List.of(
          BudgetP95Rule.KIND,
          BudgetP99Rule.KIND,
          BudgetShareRule.KIND,
          BudgetRateRule.KIND,
          BudgetErrorsRule.KIND,
          LockWaitShareRule.KIND,
          NoisyNeighbourRule.KIND,
          FullScansRule.KIND,
          RowsExaminedRule.KIND,
          DiskSortRule.KIND,
          UnindexedJoinRule.KIND,
          JoinTypesRule.KIND,
          FunctionOverColumnRule.KIND,
          ImplicitConversionRule.KIND,
          LeadingWildcardRule.KIND,
          DeepOffsetRule.KIND,
          OversizedInRule.KIND,
          LockingScanRule.KIND,
          UnboundedWriteRule.KIND,
          UnboundedReadRule.KIND,
          RepeatedStatementRule.KIND,
          DigestExplosionRule.KIND,
          MissingIndexRule.KIND,
          DuplicateIndexRule.KIND,
          RedundantIndexRule.KIND,
          UnusedIndexRule.KIND,
          LowValueIndexRule.KIND,
          CrowdedTableRule.KIND,
          NoPrimaryKeyRule.KIND,
          RandomPrimaryKeyRule.KIND,
          AutoIncrementEndRule.KIND,
          DuplicateTableRule.KIND,
          SecondWriterRule.KIND,
          ForeignReadRule.KIND,
          CrossOwnerJoinRule.KIND,
          CrossOwnerTransactionRule.KIND,
          ServiceCycleRule.KIND,
          TableWithoutOwnerRule.KIND,
          SensitiveReadRule.KIND,
          NewHotStatementRule.KIND,
          LatencyRegressionRule.KIND,
          RowsRegressionRule.KIND,
          NewCrossingRule.KIND,
          UnattributedShareRule.KIND,
          LostDataRule.KIND,
          ThinDataRule.KIND,
          UsedTableRule.KIND,
          UsedColumnRule.KIND,
          UsedIndexRule.KIND,
          RequiredColumnRule.KIND,
          NarrowedColumnRule.KIND,
          JoinKeyTypeRule.KIND,
          NewTableOwnerRule.KIND,
          ForeignKeyOwnerRule.KIND,
          RepeatedIndexRule.KIND,
          KeylessTableRule.KIND,
          BlockingDdlRule.KIND,
          UnboundedChangeRule.KIND,
          BrokenMigrationRule.KIND,
          NewScanRule.KIND,
          UnknownNameRule.KIND,
          NewStatementOwnersRule.KIND,
          LongListRule.KIND);

  private BuiltInRules() {}

  /** All of them. */
  public static List<RuleKind> kinds() {
    return KINDS;
  }

  /** The rule of this name. */
  public static Optional<RuleKind> kind(String name) {
    return KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
