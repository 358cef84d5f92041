-- SPDX-License-Identifier: MIT
-- The fact base. What is asked for by value stands in columns of its own; `json` holds the fact in
-- full. Numbers are in canonical units, days are written YYYY-MM-DD, and NULL means unknown (a
-- period) or unbounded (an end). Run over a base of an earlier schema, this adds what is missing.

CREATE TABLE IF NOT EXISTS documents (
  number       INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,  -- the path as given, or the id of a record
  content_hash TEXT NOT NULL,         -- of the raw bytes and of the knowledge they were read with
  title        TEXT NOT NULL,
  source       TEXT NOT NULL,         -- URL or path; empty when unknown
  kind         TEXT NOT NULL,         -- note, article, transcript ...
  date         TEXT,
  notes        TEXT NOT NULL          -- what was odd in it: a JSON array of texts, then what was skipped: {"code":3}
);

CREATE TABLE IF NOT EXISTS facts (
  document       INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,    -- place in the document, from 0
  subject        TEXT NOT NULL,
  metric         TEXT NOT NULL,
  comparand      TEXT NOT NULL,
  unit           TEXT NOT NULL,
  dimension      TEXT NOT NULL,
  low            REAL,                -- as stated
  high           REAL,
  tolerance_low  REAL,                -- as it may be meant
  tolerance_high REAL,
  period_from    TEXT,
  period_to      TEXT,
  modality       TEXT NOT NULL,
  skeleton       INTEGER NOT NULL,    -- hash of the sentence without its numbers
  json           TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
);
CREATE INDEX IF NOT EXISTS facts_by_subject ON facts (subject, metric);
CREATE INDEX IF NOT EXISTS facts_by_metric ON facts (metric);
CREATE INDEX IF NOT EXISTS facts_by_skeleton ON facts (skeleton);

-- What a sentence says that its numbers have to do with one another; the members are ordinals of
-- facts of the same document.
CREATE TABLE IF NOT EXISTS links (
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  ordinal  INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  first    INTEGER,
  second   INTEGER,
  third    INTEGER,
  PRIMARY KEY (document, ordinal)
);

-- Which documents a new one may have to do with: those that share one of its keys (fact_keys.h).
-- Since schema 2.
CREATE TABLE IF NOT EXISTS fact_keys (
  key      INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  facts    INTEGER NOT NULL,          -- how many facts of the document have it
  PRIMARY KEY (key, document)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS fact_keys_by_document ON fact_keys (document);
