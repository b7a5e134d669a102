-- What the steps of a search hand on to each other: search.terms → search.hits → search.candidates → search.rank.
-- A tsquery that is null stands for nothing.

-- The documents that editors show first, in their order.
CREATE TYPE search.pins AS (collections text[], ids int[]);

-- A word of the query, and what counts as it.
CREATE TYPE search.term AS (
  -- As typed, with its æ ø å as ae oe aa, and with them as the plain letters.
  typed text,
  plain text,
  -- Just the word.
  exact tsquery,
  -- What begins with it.
  beginning tsquery,
  -- What begins with it, its æ ø å written in any way; and so much of that as is looked for in texts.
  spelling tsquery,
  in_texts tsquery,
  -- What else counts as it: inflections, words it is a part of, synonyms.
  other tsquery,
  -- What counts as it but for a typing error.
  near tsquery
);

-- A query. An entry is a hit that holds any of `heads` in what one sees of it, any of `texts` anywhere, or any of `near`.
CREATE TYPE search.query AS (
  written text COLLATE "C",
  terms search.term[],
  heads tsquery[],
  texts tsquery[],
  -- What is looked for but for a typing error; null as long as nobody looks for that.
  near tsquery[],
  -- The words that count as found besides those that begin as typed.
  words text[],
  pins search.pins
);

-- An entry.
CREATE TYPE search.key AS (kind text, collection text, id int, part text);
