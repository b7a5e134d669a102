-- What the steps of a search pass on: search.terms → search.hits → search.candidates → search.rank.
-- A null tsquery matches nothing.

-- The documents that editors have pinned, in order.
CREATE TYPE search.pins AS (collections text[], ids int[]);

-- A word of the query, and what matches it.
CREATE TYPE search.term AS (
  -- The word with æ ø å as ae oe aa, and with the plain letters a and o.
  typed text,
  plain text,
  -- Exactly the word.
  exact tsquery,
  -- What begins with it.
  beginning tsquery,
  -- What begins with it in any spelling of æ ø å; and the part of that which texts are searched for.
  spelling tsquery,
  in_texts tsquery,
  -- What else matches it: inflections, longer words that end with it, synonyms.
  other tsquery,
  -- Longer words with it somewhere inside.
  inside tsquery,
  -- What matches it with one typing error.
  near tsquery
);

-- A query. An entry is a hit if it matches any of `heads` in title or line, or any of `texts` or `near` anywhere.
CREATE TYPE search.query AS (
  written text COLLATE "C",
  terms search.term[],
  heads tsquery[],
  texts tsquery[],
  -- With one typing error; null until that is looked for.
  near tsquery[],
  -- What else was matched, besides words that begin as typed.
  words text[],
  pins search.pins
);

-- The key of an entry.
CREATE TYPE search.key AS (kind text, collection text, id int, part text);
