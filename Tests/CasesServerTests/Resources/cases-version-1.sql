BEGIN TRANSACTION;
CREATE TABLE caseEvents (
  number INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
  eventId TEXT NOT NULL REFERENCES events, timestamp INTEGER NOT NULL,
  PRIMARY KEY (number, timestamp, eventId)) STRICT, WITHOUT ROWID;
INSERT INTO "caseEvents" VALUES(1,'e1',1603738564661000);
CREATE TABLE cases (
  number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, status TEXT NOT NULL,
  createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
  subject TEXT REFERENCES users, subjectUsername TEXT,
  assignee TEXT REFERENCES users, assigneeUsername TEXT,
  createdByUserUid TEXT NOT NULL REFERENCES users, createdByUsername TEXT NOT NULL,
  lastModifiedByUserUid TEXT NOT NULL REFERENCES users,
  lastModifiedByUsername TEXT NOT NULL, archivalTime INTEGER,
  uniqueName TEXT NOT NULL, nameKey TEXT NOT NULL, subjectKey TEXT NOT NULL,
  assigneeKey TEXT NOT NULL, archivalKey INTEGER NOT NULL) STRICT;
INSERT INTO "cases" VALUES(1,'Left open','OPEN',1795596405918674,1795596405918674,NULL,NULL,'6642060106526031103','jo@example.com','6642060106526031103','jo@example.com','6642060106526031103','jo@example.com',NULL,'Left open','left open','􏿿','jo@example.com',9223372036854775807);
INSERT INTO "cases" VALUES(2,'Closed long ago','CLOSED',1795596405931767,1795596405932767,NULL,NULL,NULL,NULL,'6642060106526031103','jo@example.com','6642060106526031103','jo@example.com',NULL,'Closed long ago','closed long ago','􏿿','􏿿',9223372036854775807);
CREATE TABLE clients (
  id TEXT PRIMARY KEY, secretHash BLOB NOT NULL,
  userUid TEXT NOT NULL REFERENCES users) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  id TEXT PRIMARY KEY, timestamp INTEGER NOT NULL, row TEXT NOT NULL,
  document TEXT NOT NULL) STRICT;
INSERT INTO "events" VALUES('e1',1603738564661000,'{"eventId":"e1"}','{}');
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1), changes INTEGER NOT NULL) STRICT;
INSERT INTO "state" VALUES(1,7);
CREATE TABLE texts (
  number INTEGER PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
  description TEXT, findings TEXT) STRICT;
INSERT INTO "texts" VALUES(1,'It’s old: é 中','one
	two ''quoted''
');
CREATE TABLE users (
  uid TEXT PRIMARY KEY, username TEXT NOT NULL, nameKey TEXT NOT NULL UNIQUE,
  createdAt INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "users" VALUES('6642060106526031103','jo@example.com','jo@example.com',1795596326027048);
CREATE UNIQUE INDEX casesByUniqueName ON cases (uniqueName);
CREATE INDEX casesByName ON cases (nameKey, number);
CREATE INDEX casesByStatus ON cases (status, number);
CREATE INDEX casesByStatusDown ON cases (status DESC, number);
CREATE INDEX casesByCreation ON cases (createdAt, number);
CREATE INDEX casesByUpdate ON cases (updatedAt, number);
CREATE INDEX casesBySubject ON cases (subjectKey, number);
CREATE INDEX casesBySubjectDown ON cases (subjectKey DESC, number);
CREATE INDEX casesByAssignee ON cases (assigneeKey, number);
CREATE INDEX casesByAssigneeDown ON cases (assigneeKey DESC, number);
CREATE INDEX casesByArchival ON cases (archivalKey, number);
CREATE INDEX casesByArchivalDown ON cases (archivalKey DESC, number);
CREATE INDEX casesBySubjectUid ON cases (subject, number);
CREATE INDEX casesByAssigneeUid ON cases (assignee, number);
CREATE UNIQUE INDEX caseEventsByEvent ON caseEvents (eventId, number);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('cases',3);
COMMIT;
PRAGMA user_version = 1;
