CREATE TABLE IF NOT EXISTS articles (
  id        INTEGER PRIMARY KEY,
  url       TEXT NOT NULL UNIQUE,
  site      TEXT NOT NULL,
  lang      TEXT NOT NULL, -- BCP 47
  published TEXT NOT NULL, -- RFC 3339, UTC; when it was fetched, if the page does not say
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  story     TEXT NOT NULL,
  file      TEXT NOT NULL, -- where the page is: the WARC file and the byte in it
  offset    INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS articles_story ON articles (story);

CREATE TABLE IF NOT EXISTS entities (
  article  INTEGER NOT NULL REFERENCES articles (id),
  entity   TEXT NOT NULL, -- equal across languages, such as iso3166:RO
  kind     TEXT NOT NULL, -- PER ORG LOC PRO EVT MISC
  name     TEXT NOT NULL, -- as this article calls it, in its base form
  mentions INTEGER NOT NULL,
  salience REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS entities_entity ON entities (entity);
CREATE INDEX IF NOT EXISTS entities_article ON entities (article);

CREATE VIEW IF NOT EXISTS stories AS
  SELECT story AS id, count(*) AS articles, count(DISTINCT lang) AS languages, count(DISTINCT site) AS sites,
         min(published) AS first, max(published) AS last
  FROM articles GROUP BY story;

CREATE TABLE IF NOT EXISTS bad (
  file   TEXT NOT NULL,
  offset INTEGER NOT NULL,
  url    TEXT NOT NULL,
  error  TEXT NOT NULL
);

-- How far files were read, and the clusterer as of then.
CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, offset INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY, snapshot BLOB NOT NULL);
