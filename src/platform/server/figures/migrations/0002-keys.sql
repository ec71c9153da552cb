-- How many different keys stand in a cut is asked for as often as the cut itself: it is kept beside it, under `<cut>#`, for what
-- is open. Confidential rows are few; they are looked at one by one through this index.
create index standing_labelled on figures.standing (jurisdiction_id, book, indicator, cut) where label <> '' and value > 0;
