RENAME TABLE plan.plans_bk_20210401 TO plan.zz_plans_bk_20210401;
