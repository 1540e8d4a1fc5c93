SET SESSION lock_wait_timeout = 5;
CREATE INDEX ix_favourites_plan ON market.favourites (plan_id) ALGORITHM=INPLACE LOCK=NONE;
